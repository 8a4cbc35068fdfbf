select o.id
from orders o
where o.centre = $1 and o.key = $2
