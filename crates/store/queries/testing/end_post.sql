update post p
set valid_to = now()
where p.id = $1
