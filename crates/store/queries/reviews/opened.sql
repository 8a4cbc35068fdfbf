insert into review (district, centre, path, event, state, opened_at)
select e.district, e.centre, e.path, e.id, 'open', $2
from event e
where e.id = $1
returning id
