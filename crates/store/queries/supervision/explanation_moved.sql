-- An explanation after a move: $2 the state; $3 what was written; $4 who; $5 when; $6 by when it is due if it is owed again.
update explanation e
set state = $2,
    words = case $2 when 'given' then $3 else e.words end,
    given_at = case $2 when 'given' then $5 else e.given_at end,
    given_by = case $2 when 'given' then $4 else e.given_by end,
    reason = case when $2 in ('returned', 'waived') then $3 else e.reason end,
    decided_at = case $2 when 'given' then null else $5 end,
    decided_by = case $2 when 'given' then null else $4 end,
    due_at = coalesce($6, e.due_at)
where e.id = $1
