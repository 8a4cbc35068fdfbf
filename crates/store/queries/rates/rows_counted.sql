-- How many such rows there are, as far as they are counted.
select count(*)
from (
    select
    from rate_entry n
    where n.rate = $1 and ($2::bigint is null or n.district = $2) and ($3::text is null or n.path <@ $3::ltree)
        and n.at >= $4 and n.at < $5 and ($6 = '' or n.lane = $6)
        and ($8::bigint is null or (n.why = 'tier' and n.amount = $8))
        and case $7
            when 'numerator' then n.numerator <> 0
            when 'missed' then n.numerator <> n.denominator
            else true end
    limit 1001
) counted
