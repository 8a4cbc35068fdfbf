-- A case in its new state, with its clocks. What was late stays so while its time lies behind; a new step begins in time.
update event
set state = $2,
    state_before = $3,
    merged_into = case when $2 = 'merged' then $9::bigint end,
    due_at = $5,
    step_started_at = $6,
    step_due_at = $7::timestamptz,
    stopped_at = $8::timestamptz,
    closed_at = case when $2 = 'closed' then $4::timestamptz end,
    late = case when $2 = 'closed' then $4::timestamptz > $5 else late and $5 < $4::timestamptz::timestamptz end,
    step_late = step_late and $7::timestamptz is not null and $7::timestamptz < $4::timestamptz
where id = $1
