insert into saved_view (district, centre, path, person, list, name, query, shared, kept_at)
select c.district, c.id, c.path, $2, $3, $4, $5, $6, $7
from centre c
where c.id = $1
returning id
