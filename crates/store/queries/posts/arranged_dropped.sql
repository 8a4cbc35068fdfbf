-- Forgets what was arranged for a post and has not begun, and what would begin at the moment of the change itself.
delete from holding h
where h.post = $1 and (h.from_at > $2 or h.from_at >= $3)
