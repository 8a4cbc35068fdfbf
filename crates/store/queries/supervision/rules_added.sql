insert into supervision_rules (district, centre, path, version, valid_from, note, made_by, made_at)
select c.district, c.id, c.path, coalesce((select max(r.version) from supervision_rules r where r.centre = c.id), 0) + 1, $2, $3, $4, $5
from centre c
where c.id = $1
returning id, version
