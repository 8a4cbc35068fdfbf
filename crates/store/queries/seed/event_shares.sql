-- Whoever has a part in a case sees the case.
update event set shared_with = o.paths
from (
    select orders.event, array_agg(distinct a.path) as paths
    from orders join assignment a on a.orders = orders.id
    where orders.event is not null
    group by orders.event
) o
where event.id = o.event
