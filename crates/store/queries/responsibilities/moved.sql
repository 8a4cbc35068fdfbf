update responsibility_change
set state = $2, valid_from = $3, decided_by = $4, decided_at = $5
where id = $1
