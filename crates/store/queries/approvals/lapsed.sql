-- Withdraws what is still open of a case; gives what it was.
update approval
set state = 'withdrawn', decided_by = $2, decided_at = $3
where event = $1 and state = 'asked'
returning id, kind
