delete from absence a
where a.id = $1
