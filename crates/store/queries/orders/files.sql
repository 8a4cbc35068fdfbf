select a.id, a.name
from attachment a
where a.orders = $1
order by a.id
