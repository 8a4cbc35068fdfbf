-- From the top of the scope down to the centre above.
select t.tag
from centre_tag t
where t.path @> $1::ltree and t.path <> $1::ltree and t.path <@ $2::ltree
order by nlevel(t.path)
