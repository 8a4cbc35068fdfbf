-- Waives what was asked because of a card that was a mistake.
update explanation e
set state = 'waived', reason = $2, decided_by = $3, decided_at = $4
where e.assignment = $1 and e.state in ('asked', 'given', 'returned')
returning e.id
