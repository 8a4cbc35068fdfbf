-- Takes back orders: one and all that hang below it, or all that hang below an assignment..
with recursive below as (
    select o.id
    from orders o
    where o.recalled_at is null and (o.id = $1 or o.parent_assignment = $2)
    union all
    select o.id
    from below b
    join assignment a on a.orders = b.id
    join orders o on o.parent_assignment = a.id
    where o.recalled_at is null
)
update orders o
set recalled_at = $3
from below b
where o.id = b.id
returning o.id
