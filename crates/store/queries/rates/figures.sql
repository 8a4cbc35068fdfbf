-- The figures of some centres ($1): as they stand, and as they were published for months that are closed. $2 grain, $3 first day,
-- $4 the day after the last, $5 lane or ''. A month that is not closed was published as it stands.
select
    c.id as centre, x.rate, sum(x.numerator)::bigint as numerator, sum(x.denominator)::bigint as denominator,
    sum(x.published_numerator)::bigint as published_numerator, sum(x.published_denominator)::bigint as published_denominator
from centre c
cross join lateral (
    select y.rate, y.numerator, y.denominator,
        case when k.month is null then y.numerator else 0 end as published_numerator,
        case when k.month is null then y.denominator else 0 end as published_denominator
    from rate_tally y
    left join rate_closing k on k.month = y.start and y.grain = 'month'
    where y.path = c.path and y.grain = $2 and y.start >= $3 and y.start < $4 and y.lane = $5 and y.category = ''
    union all
    select d.rate, d.numerator, d.denominator,
        case when k.month is null then d.numerator else 0 end, case when k.month is null then d.denominator else 0 end
    from rate_delta d
    left join rate_closing k on k.month = date_trunc('month', d.day)::date and $2 = 'month'
    where d.path <@ c.path and d.day >= $3 and d.day < $4 and ($5 = '' or d.lane = $5)
    union all
    select f.rate, 0, 0, f.numerator, f.denominator
    from rate_frozen f
    where $2 = 'month' and f.path = c.path and f.month >= $3 and f.month < $4 and f.lane = $5
) x
where c.id = any($1)
group by c.id, x.rate
