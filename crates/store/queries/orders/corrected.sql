update orders o
set note = $2, corrected_at = $3
where o.id = $1
