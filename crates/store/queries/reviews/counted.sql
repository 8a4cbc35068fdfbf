select count(*)
from (
    select
    from review r
    where ($1::bigint is null or r.district = $1)
        and ($2::text is null or r.path <@ $2::ltree)
        and ($3::boolean or $4::text is not null or r.state = 'open')
        and ($4::text is null or r.words @> bigrams($4))
    limit 1001
) counted
