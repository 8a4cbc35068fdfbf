-- Assignments after a move: the state, and the moment that the move keeps. Whoever does anything with an assignment has received
-- and read it. A reissue starts all clocks anew, with the limit it had.
update assignment a
set state = $3,
    percent = case $2 when 'finish' then 100 when 'reissue' then 0 else coalesce($6, a.percent) end,
    reason = case when $2 in ('send_back', 'rework', 'recall') then $5 else a.reason end,
    lamp = case $2 when 'reissue' then 'green' else a.lamp end,
    issued_at = case $2 when 'reissue' then $4 else a.issued_at end,
    due_at = case $2 when 'reissue' then $4 + (a.due_at - a.issued_at) else a.due_at end,
    delivered_at = case when $2 = 'reissue' then null
        when $2 in ('deliver', 'read', 'accept', 'send_back') then coalesce(a.delivered_at, $4) else a.delivered_at end,
    read_at = case when $2 = 'reissue' then null
        when $2 in ('read', 'accept', 'send_back') then coalesce(a.read_at, $4) else a.read_at end,
    accepted_at = case $2 when 'reissue' then null when 'accept' then $4 else a.accepted_at end,
    done_at = case $2 when 'finish' then $4 when 'rework' then null when 'reissue' then null else a.done_at end,
    approved_at = case $2 when 'approve' then $4 else a.approved_at end
where a.id = any($1)
