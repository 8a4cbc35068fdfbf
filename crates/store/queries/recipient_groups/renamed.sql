update recipient_group g
set name = $3
where g.id = $1 and g.centre = $2
