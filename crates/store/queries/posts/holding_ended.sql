-- The present holder's time ends at $3; without it, nobody knows when.
update holding h
set to_at = $3
where h.post = $1 and h.from_at <= $2 and (h.to_at is null or h.to_at > $2)
