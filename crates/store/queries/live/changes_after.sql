-- What a stream that was cut has missed. Row-level security leaves out what the reader's scope does not contain.
select c.id, c.topic, c.row_id, c.paths::text[] as paths
from change c
where c.id > $1
order by c.id
limit $2
