update event_helper
set state = $3,
    done_at = case when $3 = 'done' then $4::timestamptz when $3 = 'helping' then null else done_at end,
    note = $5
where event = $1 and centre = $2
