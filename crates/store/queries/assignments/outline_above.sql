-- The outline number under which the parts of an order that was passed down stand, from any part of it.
select regexp_replace(a.outline, '\.[0-9]+$', '')
from assignment a
where a.orders = $1
limit 1
