insert into export (district, path, person, actor, filter, format, lang, state, total, asked_at, key)
select c.district, c.path, $2, $3, $4, $5, $6, 'waiting', $7, $8, $9
from centre c
where c.id = $1
on conflict on constraint export_key_key do nothing
returning id
