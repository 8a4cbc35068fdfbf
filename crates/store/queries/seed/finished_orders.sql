-- Orders under which nothing is owed any more.
update orders set finished_at = a.at
from (
    select orders, max(coalesce(done_at, issued_at)) as at
    from assignment group by orders
    having bool_and(state not in ('issued', 'delivered', 'read', 'accepted', 'doing'))
) a
where orders.id = a.orders and orders.finished_at is null
