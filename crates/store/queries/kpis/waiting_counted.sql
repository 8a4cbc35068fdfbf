-- How many `waiting.sql` has in all, as far as it is counted.
select count(*)
from (
    select
    from kpi_report r
    join centre c on c.id = r.centre and (c.parent = $1 or ($2 and c.id = $1))
    where r.state = 'submitted' and r.person <> $3
        and not exists (
            select from kpi_report newer
            where newer.centre = r.centre and newer.kpi = r.kpi and newer.period = r.period and newer.revision > r.revision)
    limit 1001
) counted
