insert into post (district, centre, path, person, role, title_zh, title_en, lane, valid_from)
select c.district, c.id, c.path, $1, $2, $2, $2, $4, '2026-01-01'
from centre c
where c.code = $3
returning id
