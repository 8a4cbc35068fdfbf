-- How many risk points `listed.sql` has in all, as far as it is counted.
select count(*)
from (
    select
    from risk_point p
    where ($1::bigint is null or p.district = $1)
        and ($2::text is null or p.path <@ $2::ltree)
        and ($3::text is null or p.kind = $3)
        and ($4::boolean is false or p.warned > 0)
        and ($5::text is null or p.code = $5 or strpos(p.name_zh, $5) > 0 or strpos(lower(p.name_en), lower($5)) > 0)
    limit 1001
) counted
