insert into approval (district, centre, path, event, kind, state, minutes, reason, asked_by, asked_at, decider)
select c.district, c.id, c.path, $2, $3, 'asked', $4, $5, $6, $7, $8
from centre c
where c.id = $1
returning id
