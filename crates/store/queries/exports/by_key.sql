select e.id
from export e
where e.person = $1 and e.key = $2
