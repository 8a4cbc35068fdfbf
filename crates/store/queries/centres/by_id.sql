select t.tag
from centre_tag t
where t.id = $1
