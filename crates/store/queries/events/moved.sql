-- A case in its new state. The case's own limit goes on; the step's limit is the acceptance's only.
update event
set state = $2,
    state_before = $3,
    step_due_at = case when $2 = 'reported' then step_due_at end,
    closed_at = case when $2 = 'closed' then $4::timestamptz end,
    late = late or ($2 = 'closed' and $4::timestamptz > due_at)
where id = $1
