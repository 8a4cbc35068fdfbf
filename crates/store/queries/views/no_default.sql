delete from view_default
where person = $1 and view = $2
