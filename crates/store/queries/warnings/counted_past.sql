-- How many warnings `listed_past.sql` has in all, as far as it is counted.
select count(*)
from (
    select
    from warning w
    where w.cleared_at is not null
        and ($1::bigint is null or w.district = $1)
        and ($2::text is null or w.path <@ $2::ltree)
        and ($3::smallint is null or w.worst = $3)
    limit 1001
) counted
