update hand_off h
set received_at = $2, received_by = $3
where h.id = $1 and h.received_at is null and h.dropped_at is null
