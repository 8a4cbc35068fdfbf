select k.id
from api_client k
where k.token_hash = $1
