-- The next revision of a period's report.
insert into kpi_report (district, centre, path, kpi, period, revision, value, note, evidence, state, person, at)
select
    c.district, c.id, c.path, $2, $3,
    1 + coalesce((select max(r.revision) from kpi_report r where r.centre = c.id and r.kpi = $2 and r.period = $3), 0),
    $4, $5, $6, 'submitted', $7, $8
from centre c
where c.id = $1
returning id
