select t.tag
from centre_tag t
where t.path = $1::ltree
