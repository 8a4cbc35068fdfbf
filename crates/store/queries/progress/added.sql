insert into progress (district, path, assignment, at, person, percent, note, photos, number)
select c.district, c.path, $2, $3, $4, $5, $6, $7, $8
from centre c
where c.id = $1
returning id
