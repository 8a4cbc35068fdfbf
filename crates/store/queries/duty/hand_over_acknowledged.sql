-- The note's centre and text, once it is acknowledged by this; nothing if it was before.
update hand_over o
set acknowledged_by = $2, acknowledged_at = $3
where o.id = $1 and o.acknowledged_at is null
returning o.note
