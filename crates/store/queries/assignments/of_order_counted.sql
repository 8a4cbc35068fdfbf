-- How many `of_order_listed.sql` has in all, as far as it is counted.
select count(*)
from (
    select
    from assignment a
    where a.orders = $1
        and short_of($2, a.delivered_at, a.read_at, a.accepted_at, a.state)
    limit 1001
) counted
