-- Centres directly below, by code.
select t.tag
from centre c
join centre_tag t on t.id = c.id
where c.parent = $1
order by c.code
