select e.format, e.asked_at, e.file, e.filter
from export e
where e.id = $1 and e.state = 'done'
