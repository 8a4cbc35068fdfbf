-- The figures of one centre alone ($1) by who ended the step. $2 grain, $3 first day, $4 the day after the last.
select
    '' as code, p.name || ' · ' || o.title_zh as name_zh, p.name || ' · ' || o.title_en as name_en, x.rate,
    sum(x.numerator)::bigint as numerator, sum(x.denominator)::bigint as denominator
from (
    select y.post, y.person, y.rate, y.numerator, y.denominator
    from rate_tally_person y
    where y.path = $1::ltree and y.grain = $2 and y.start >= $3 and y.start < $4
    union all
    select d.post, d.person, d.rate, d.numerator, d.denominator
    from rate_delta d
    where d.path = $1::ltree and d.day >= $3 and d.day < $4 and d.person is not null
) x
join person p on p.id = x.person
join post o on o.id = x.post
group by x.person, x.post, p.name, o.title_zh, o.title_en, x.rate
order by p.name, x.person, x.post, x.rate
limit 2000
