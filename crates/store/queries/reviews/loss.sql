select e.loss
from event e
where e.id = $1
