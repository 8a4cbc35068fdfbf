-- Nothing was done: the same key may try again.
delete from api_answer
where client = $1 and key = $2 and status is null
