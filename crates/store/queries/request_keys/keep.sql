update request_key
set row_id = $4
where noun = $1 and centre = $2 and key = $3
