update roster_import i
set applied_at = $2
where i.id = $1
