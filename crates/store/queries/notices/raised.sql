-- Tells the centre above (the city itself) of each gap that it has not been told of. $2 how far ahead a gap is looked for.
with told as (
    insert into notice (district, centre, path, about, about_path, kind, from_at, raised_at)
    select u.district, u.id, u.path, c.id, c.path, case when g.from_at = $1 then 'nobody_on_duty' else 'duty_gap' end, g.from_at, $1
    from duty_gaps($1, $2) g
    join centre c on c.id = g.centre
    join centre u on u.id = coalesce(c.parent, c.id)
    on conflict (district, kind, about) where state <> 'over' do nothing
    returning id, kind, path, about_path, about, from_at
)
select n.id, n.kind, n.path::text, n.about_path::text, c.name_zh, c.name_en, c.id as about, n.from_at
from told n
join centre c on c.id = n.about
order by n.id
