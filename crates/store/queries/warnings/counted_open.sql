-- How many open warnings `listed_open.sql` has in all, as far as it is counted.
select count(*)
from (
    select
    from warning w
    where w.cleared_at is null
        and ($1::bigint is null or w.district = $1)
        and ($2::text is null or w.path <@ $2::ltree)
        and ($3::text is null or w.state = $3)
        and ($4::smallint is null or w.level = $4)
    limit 1001
) counted
