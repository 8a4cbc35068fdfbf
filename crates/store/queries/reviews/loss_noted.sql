update event
set loss = $2
where id = $1
