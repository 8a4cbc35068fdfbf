select d.id
from order_draft d
where d.centre = $1 and d.key = $2 and d.person = $3
