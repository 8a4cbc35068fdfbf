insert into attachment (district, path, event, report_draft, name, media_type, sha256, bytes, person, at)
select c.district, c.path, $2, $3, $4, $5, $6, $7, $8, $9
from centre c
where c.id = $1
returning id
