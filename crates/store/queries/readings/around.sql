-- What one series measured in a span, thinned to one value a slot: the one that lies furthest on the dangerous side.
select date_bin(make_interval(secs => $4), r.at, $2) as at,
    case when $5 then max(r.value) else min(r.value) end as value
from reading r
where r.datastream = $1 and r.at >= $2 and r.at <= $3
group by 1
order by 1
