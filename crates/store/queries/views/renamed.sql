update saved_view
set name = $2
where id = $1
