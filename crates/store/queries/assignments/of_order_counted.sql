-- How many `of_order_listed.sql` has in all, as far as it is counted.
select count(*)
from (
    select
    from assignment a
    where a.orders = $1
        and case $2::text
            when 'reached' then a.delivered_at is null
            when 'read' then a.read_at is null
            when 'signed' then a.accepted_at is null
            when 'done' then a.state not in ('done', 'approved')
            else true
        end
        and ($2::text is null or a.state <> 'recalled')
    limit 1001
) counted
