-- The order that a promise was sent down as.
update improvement
set orders = $2
where id = $1
