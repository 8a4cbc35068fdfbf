update post p
set person = $2
where p.id = $1
