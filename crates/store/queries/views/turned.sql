-- Removes a view ($2 when), or brings it back ($2 null).
update saved_view
set removed_at = $2
where id = $1
