select c.id, c.topic, c.row_id, c.paths::text[] as paths
from change c
where c.id = $1
