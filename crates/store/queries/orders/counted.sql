-- How many orders `listed.sql` has in all, as far as it is counted.
select count(*)
from (
    select
    from orders o
    cross join lateral order_standing(o.id, $4) s
    where ($1::bigint is null or o.district = $1 and ($2::text is null or o.path <@ $2::ltree) or o.shared_with <@ $3::ltree)
        and ($5::boolean or (o.recalled_at is null and o.finished_at is null))
        and ($6::text is null or $6 = case when s.late_n > 0 then 'red' when s.amber_n > 0 then 'amber' else 'green' end)
    limit 1001
) counted
