select t.tag
from centre c
join centre_tag t on t.id = c.id
where c.code = $1
