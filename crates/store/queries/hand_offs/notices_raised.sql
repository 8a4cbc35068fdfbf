-- Tells both centres of each receipt that is late, and the one above both of what is late by the limit again.
with late as materialized (
    select h.sender, h.receiver, h.above, h.due_at, h.above_at
    from hand_off h
    where h.received_at is null and h.dropped_at is null and h.due_at < $1
), ringing as (
    select l.receiver as told, l.receiver as about, 'hand_off_owed' as kind, min(l.due_at) as from_at
    from late l
    group by l.receiver
    union all
    select l.sender, l.sender, 'hand_off_unreceived', min(l.due_at)
    from late l
    group by l.sender
    union all
    select l.above, l.receiver, 'hand_off_stuck', min(l.above_at)
    from late l
    where l.above_at < $1
    group by l.above, l.receiver
), told as (
    insert into notice (district, centre, path, about, about_path, kind, from_at, raised_at)
    select u.district, u.id, u.path, c.id, c.path, r.kind, r.from_at, $1
    from ringing r
    join centre c on c.id = r.about
    join centre u on u.id = r.told
    on conflict (district, kind, about) where state <> 'over' do nothing
    returning id, kind, path, about_path, about
)
select n.id, n.kind, n.path::text, n.about_path::text, c.name_zh, c.name_en, c.id as about
from told n
join centre c on c.id = n.about
order by n.id
