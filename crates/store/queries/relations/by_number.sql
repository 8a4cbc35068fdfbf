select e.id
from event e
where e.number = $1
limit 1
