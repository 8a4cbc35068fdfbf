-- Of each KPI of a centre the latest period for which a report waits or counts.
select r.kpi, max(r.period)
from kpi_report r
where r.centre = $1 and r.state in ('submitted', 'approved', 'accepted')
group by r.kpi
