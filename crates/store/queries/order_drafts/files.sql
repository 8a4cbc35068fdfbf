select a.id, a.name
from attachment a
where a.order_draft = $1
order by a.id
