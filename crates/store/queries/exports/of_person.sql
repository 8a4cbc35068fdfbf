-- The latest of somebody's exports.
select e.id, e.filter, e.format, e.state, e.done, e.total, e.asked_at, e.ended_at, octet_length(e.file)::bigint as size
from export e
where e.person = $1
order by e.id desc
limit 50
