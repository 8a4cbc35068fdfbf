insert into recipient_group (district, centre, path, name, codes)
select c.district, c.id, c.path, $2, $3
from centre c
where c.id = $1
returning id
