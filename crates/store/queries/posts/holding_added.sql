insert into holding (district, centre, path, post, person, from_at, note, appointed_by)
select p.district, p.centre, p.path, p.id, $2, $3, $4, $5
from post p
where p.id = $1
