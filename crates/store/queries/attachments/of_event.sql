select a.id, a.name, a.media_type
from attachment a
where a.event = $1
order by a.id
limit $2
