-- The lowest centre within a scope that a point lies in.
select t.tag
from centre c
join centre_tag t on t.id = c.id
where c.path <@ $3::ltree
    and st_covers(c.boundary_3857, st_transform(st_setsrid(st_makepoint($1, $2), 4326), 3857))
order by nlevel(c.path) desc, c.id
limit 1
