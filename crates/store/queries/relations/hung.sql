-- Puts a case under another, or takes it out.
update event
set parent = $2
where id = $1
