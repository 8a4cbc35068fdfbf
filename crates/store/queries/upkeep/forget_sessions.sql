delete from tower_sessions.session k
where k.expiry_date < $1
