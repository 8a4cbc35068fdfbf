-- The figures of one centre ($1) by lane. $2 grain, $3 first day, $4 the day after the last.
select x.lane as code, l.name_zh, l.name_en, x.rate, sum(x.numerator)::bigint as numerator, sum(x.denominator)::bigint as denominator
from (
    select y.lane, y.rate, y.numerator, y.denominator
    from rate_tally y
    where y.path = $1::ltree and y.grain = $2 and y.start >= $3 and y.start < $4 and y.lane <> '' and y.category = ''
    union all
    select d.lane, d.rate, d.numerator, d.denominator
    from rate_delta d
    where d.path <@ $1::ltree and d.day >= $3 and d.day < $4 and d.lane <> ''
) x
join lane l on l.code = x.lane
group by x.lane, l.name_zh, l.name_en, l.board, l.seq, x.rate
order by l.board, l.seq, x.lane, x.rate
