select r.id
from review r
where r.event = $1
