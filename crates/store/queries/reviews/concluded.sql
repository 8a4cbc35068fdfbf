-- A review ends once.
update review
set state = 'concluded', findings = $2, concluded_at = $3, concluded_by = $4
where id = $1 and state = 'open'
