insert into post (district, centre, path, person, role, title_zh, title_en, lane, valid_from)
select c.district, c.id, c.path, $1, $2, $4, $5, $6, $7
from centre c
where c.code = $3
returning id
