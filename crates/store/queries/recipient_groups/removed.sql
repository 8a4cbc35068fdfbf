delete from recipient_group g
where g.id = $1 and g.centre = $2
returning g.name
