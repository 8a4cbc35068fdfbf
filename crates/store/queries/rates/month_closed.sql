-- Closes a month ($1) at $2: keeps its figures as they are now, by centre and lane. Once.
with closing as (
    insert into rate_closing (month, closed_at)
    values ($1, $2)
    on conflict on constraint rate_closing_pkey do nothing
    returning month
)
insert into rate_frozen (path, district, month, rate, lane, numerator, denominator)
select t.path, t.district, t.start, t.rate, t.lane, t.numerator, t.denominator
from closing k
join rate_tally t on t.grain = 'month' and t.start = k.month and t.category = ''
