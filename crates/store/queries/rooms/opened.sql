-- Opens a room; none when one of that name is open already.
insert into room (district, centre, path, orders, event, name_zh, name_en, link, opened_by, opened_at)
select c.district, c.id, c.path, $2, $3, $4, $5, $6, $7, $8
from centre c
where c.id = $1
on conflict do nothing
returning id
