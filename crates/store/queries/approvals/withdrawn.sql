-- Withdraws what is still open of a case, of some kinds ($4); gives what that was.
update approval
set state = 'withdrawn', decided_by = $2, decided_at = $3
where event = $1 and state = 'asked' and kind = any($4)
returning id, kind
