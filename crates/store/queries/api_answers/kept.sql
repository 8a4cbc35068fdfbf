update api_answer
set status = $3,
    location = $4,
    body = $5
where client = $1 and key = $2
