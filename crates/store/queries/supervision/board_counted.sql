-- How many `board.sql` has in all, as far as it is counted.
select count(*)
from (
    select
    from assignment a
    join orders o on o.id = a.orders
    where a.supervision <> 'none' and a.state in ('issued', 'delivered', 'read', 'accepted', 'doing')
        and a.path <@ $1::ltree
        and ($2::smallint is null or o.level = $2)
        and ($3::text is null or a.supervision = $3)
        and ($4::text[] is null or o.category = any($4))
        and ($5::bigint is null or a.centre = $5 or a.holder = $6)
        and ($7::bigint is null or a.orders = $7)
    limit 1001
) counted
