-- What happened while a page was on its way to the reader.
select c.id, c.topic, c.row_id, c.paths::text[] as paths
from change c
where c.at > $1
order by c.id
limit $2
