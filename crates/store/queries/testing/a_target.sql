insert into kpi_target (district, centre, path, kpi, year, target)
select c.district, c.id, c.path, k.id, $3, $4
from centre c, kpi k
where c.code = $1 and k.code = $2
