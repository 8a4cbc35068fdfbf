-- Where a KPI of a centre stands, after a report of it has moved: the latest revision that counts of the latest two periods.
with counts as (
    select distinct on (r.period) r.period, r.value
    from kpi_report r
    where r.centre = $1 and r.kpi = $2 and r.state in ('approved', 'accepted')
    order by r.period desc, r.revision desc
    limit 2
), waits as (
    select count(*)::integer as n
    from kpi_report r
    where r.centre = $1 and r.kpi = $2 and r.state = 'submitted'
        and not exists (
            select from kpi_report newer
            where newer.centre = r.centre and newer.kpi = r.kpi and newer.period = r.period and newer.revision > r.revision)
)
insert into kpi_now (district, centre, path, kpi, period, value, previous, waiting)
select
    c.district, c.id, c.path, $2,
    (select max(x.period) from counts x),
    (select x.value from counts x order by x.period desc limit 1),
    (select x.value from counts x order by x.period desc limit 1 offset 1),
    (select w.n from waits w)
from centre c
where c.id = $1
on conflict on constraint kpi_now_pkey do update
set period = excluded.period, value = excluded.value, previous = excluded.previous, waiting = excluded.waiting
