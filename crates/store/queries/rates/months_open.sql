-- Months from $1 to before $2 that have figures and are not closed, oldest first.
select m.month::date
from generate_series($1::date, $2::date - interval '1 day', interval '1 month') m (month)
where not exists (select from rate_closing c where c.month = m.month)
    and exists (select from rate_tally t where t.path in (select c.path from centre c where c.tier = 'city')
        and t.grain = 'month' and t.start = m.month)
order by m.month
