-- The thresholds of a vital sign.
select i.bands::text
from indicator i
where i.code = $1
