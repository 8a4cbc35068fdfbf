-- One sign of a centre since $3, one value in $4 seconds, the last of each.
select distinct on (s.slot) s.at, s.value
from (
    select v.at, v.value, date_bin(make_interval(secs => $4), v.at, $3) as slot
    from indicator_value v
    where v.centre = $1 and v.indicator = $2 and v.at >= $3
    union all
    select n.at, n.value, date_bin(make_interval(secs => $4), n.at, $3)
    from indicator_now n
    where n.centre = $1 and n.indicator = $2 and n.at >= $3
) s
order by s.slot, s.at desc
limit 1000
