update rate_appeal
set state = $2, decided_by = $3, decided_at = $4, answer = $5
where id = $1
