select a.media_type, a.bytes
from attachment a
where a.id = $1
