-- Tells the centre above (the city itself) of each centre that owes a late explanation and that it was not told of.
with late as (
    select e.centre, min(e.due_at) as from_at
    from explanation e
    where e.state in ('asked', 'returned') and e.due_at < $1
    group by e.centre
), told as (
    insert into notice (district, centre, path, about, about_path, kind, from_at, raised_at)
    select u.district, u.id, u.path, c.id, c.path, 'explanation_overdue', l.from_at, $1
    from late l
    join centre c on c.id = l.centre
    join centre u on u.id = coalesce(c.parent, c.id)
    on conflict (district, kind, about) where state <> 'over' do nothing
    returning id, kind, path, about_path, about
)
select n.id, n.kind, n.path::text, n.about_path::text, c.name_zh, c.name_en, c.id as about
from told n
join centre c on c.id = n.about
order by n.id
