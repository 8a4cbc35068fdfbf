insert into improvement (district, centre, path, review, action, owner_name, due_on, promised_at)
select c.district, c.id, c.path, $2, $3, $4, $5, $6
from centre c
where c.id = $1
returning id
