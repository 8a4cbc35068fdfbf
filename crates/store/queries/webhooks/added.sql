insert into webhook (district, path, client, url, topics, secret, made_at)
select k.district, k.path, k.id, $2, $3, $4, $5
from api_client k
where k.id = $1
returning id
