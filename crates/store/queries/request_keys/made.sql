select k.row_id
from request_key k
where k.noun = $1 and k.centre = $2 and k.key = $3
