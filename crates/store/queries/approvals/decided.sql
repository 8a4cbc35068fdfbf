-- Keeps a decision.
update approval
set state = $2, decided_by = $3, decided_at = $4, answer = $5, taker = $6
where id = $1
