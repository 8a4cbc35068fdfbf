insert into event_contact (event, district, path, name, phone)
select e.id, e.district, e.path, $2, $3
from event e
where e.id = $1
