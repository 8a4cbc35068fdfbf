select c.district
from centre c
where c.id = $1
