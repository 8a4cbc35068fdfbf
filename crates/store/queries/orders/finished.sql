-- Nothing under an order can change any more, or something can again.
update orders o
set finished_at = case when r.open then null else coalesce(o.finished_at, $2) end
from (
    select exists (select from assignment a where a.orders = $1 and a.state not in ('approved', 'recalled')) as open
) r
where o.id = $1 and (o.finished_at is null) <> r.open
