insert into roster_import (district, centre, path, lines, sent_by, sent_at)
select c.district, c.id, c.path, $2, $3, $4
from centre c
where c.id = $1
returning id
