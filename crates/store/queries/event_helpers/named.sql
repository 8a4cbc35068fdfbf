-- Names a helping centre; one that refused or was released, once more.
insert into event_helper (district, centre, path, event, state, task, named_by, named_at, decider)
select c.district, c.id, c.path, $2, $3, $4, $5, $6, $7
from centre c
where c.id = $1
on conflict on constraint event_helper_pkey do update
set state = excluded.state, task = excluded.task, named_by = excluded.named_by, named_at = excluded.named_at,
    decider = excluded.decider, done_at = null, note = ''
where event_helper.state in ('refused', 'released')
