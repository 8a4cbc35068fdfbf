delete from duty d
where d.id = $1
