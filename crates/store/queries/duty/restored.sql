update duty d
set absence = null
where d.absence = $1
