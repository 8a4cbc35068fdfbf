-- Values that count, the latest 60 periods.
select distinct on (r.period) r.period, r.value
from kpi_report r
where r.centre = $1 and r.kpi = $2 and r.state in ('approved', 'accepted')
order by r.period desc, r.revision desc
limit 60
