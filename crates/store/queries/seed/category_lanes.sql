-- The lane that each event category belongs to. $1 categories.
update responsibility r
set lane = x.lane
from jsonb_to_recordset($1::jsonb) as x (category text, lane text)
where r.category = x.category
