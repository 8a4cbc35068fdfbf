select g.id, g.name, cardinality(g.codes)::bigint as size
from recipient_group g
where g.centre = $1
order by g.name
