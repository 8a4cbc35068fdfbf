-- A session in use ends later. Never one that has ended.
update tower_sessions.session k
set expiry_date = $2
where k.id = any($1) and k.expiry_date > $3
