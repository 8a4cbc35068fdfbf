-- Districts and townships below a centre, in the order of the tree.
select t.tag
from centre c
join centre_tag t on t.id = c.id
where c.path <@ $1::ltree and c.id <> $2 and c.tier in ('district', 'township')
order by c.path
