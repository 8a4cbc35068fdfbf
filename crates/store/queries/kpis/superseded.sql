select exists (
    select
    from kpi_report r
    join kpi_report newer on newer.centre = r.centre and newer.kpi = r.kpi and newer.period = r.period and newer.revision > r.revision
    where r.id = $1
)
