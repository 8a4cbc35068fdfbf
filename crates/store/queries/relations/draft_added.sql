insert into report_draft (district, centre, path, person, spec, kept_at, trouble)
select c.district, c.id, c.path, $2, $3, $4, $5
from centre c
where c.id = $1
returning id
