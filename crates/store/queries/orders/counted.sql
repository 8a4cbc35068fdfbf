-- How many orders `listed.sql` has in all, as far as it is counted.
select count(*)
from (
    select
    from orders o
    cross join lateral order_standing(o.id, $4) s
    where ($1::bigint is null or o.district = $1 and ($2::text is null or o.path <@ $2::ltree) or o.shared_with <@ $3::ltree)
        and ($5::boolean or (o.recalled_at is null and o.finished_at is null))
        and ($6::text is null or $6 = case when s.late_n > 0 then 'red' when s.amber_n > 0 then 'amber' else 'green' end)
        and ($7::text[] is null or o.category = any($7))
        -- What waits for a centre: its own orders with something to verify, and those in which it owes something.
        and ($8::bigint is null or o.centre = $8 and s.done_n > s.approved_n or o.id in (
            select a.orders from assignment a
            where a.centre = $8 and a.state in ('issued', 'delivered', 'read', 'accepted', 'doing')))
    limit 1001
) counted
