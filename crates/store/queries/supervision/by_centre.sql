-- How many owed parts are pressed how hard, by centre directly below a centre ($1 its path), and its own. Reads what is open only.
select t.tag, n.urged, n.yellow, n.red
from (
    select subpath(a.path, 0, least(nlevel(a.path), nlevel($1::ltree) + 1)) as path,
           count(*) filter (where a.supervision = 'urged') as urged,
           count(*) filter (where a.supervision = 'yellow') as yellow,
           count(*) filter (where a.supervision = 'red') as red
    from assignment a
    where a.supervision <> 'none' and a.state in ('issued', 'delivered', 'read', 'accepted', 'doing') and a.path <@ $1::ltree
    group by 1
) n
join centre_tag t on t.path = n.path
order by n.red desc, n.yellow desc, n.urged desc, n.path
