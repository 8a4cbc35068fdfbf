-- Open cases whose time has passed. Another server may be at the same work: what it holds is left to it.
update event e
set late = true
from (
    select x.id, x.reported_at
    from event x
    where x.due_at < $1 and x.stopped_at is null and not x.late and x.state not in ('closed', 'rejected', 'merged', 'void')
    order by x.due_at
    limit $2
    for update skip locked
) passed
where e.id = passed.id and e.reported_at = passed.reported_at
returning e.id, e.path::text as path, e.shared_with::text[] as shared_with
