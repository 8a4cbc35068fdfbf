insert into absence (district, centre, path, person, from_at, to_at, reason, noted_by, noted_at)
select c.district, c.id, c.path, $2, $3, $4, $5, $6, $7
from centre c
where c.id = $1
returning id
