insert into hand_over (district, centre, path, note, person, at)
select c.district, c.id, c.path, $2, $3, $4
from centre c
where c.id = $1
returning id
