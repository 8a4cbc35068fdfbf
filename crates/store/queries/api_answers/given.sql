select a.fingerprint, a.status, a.location, a.body
from api_answer a
where a.client = $1 and a.key = $2
