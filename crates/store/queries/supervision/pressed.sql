update assignment a
set supervision = $2
where a.id = any($1)
