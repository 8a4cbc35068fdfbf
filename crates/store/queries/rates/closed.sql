-- When the month beginning on $1 was closed.
select c.closed_at
from rate_closing c
where c.month = $1
