update assignment a
set holder = $2, holder_post = $3
where a.id = $1
