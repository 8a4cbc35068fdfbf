-- The new lead ($2) helps no more, it leads; the old one ($3) helps from now on.
with gone as (
    delete from event_helper h
    where h.event = $1 and h.centre = $2
)
insert into event_helper (district, centre, path, event, state, task, named_by, named_at, decider)
select c.district, c.id, c.path, $1, 'helping', '', $4, $5, $6
from centre c
where c.id = $3
on conflict on constraint event_helper_pkey do update
set state = 'helping', named_by = excluded.named_by, named_at = excluded.named_at, decider = excluded.decider, done_at = null,
    note = ''
