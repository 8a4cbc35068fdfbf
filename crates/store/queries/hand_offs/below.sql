-- Centres of a tier ($2) below a centre ($1 its path), by code.
select t.tag
from centre c
join centre_tag t on t.id = c.id
where c.path <@ $1::ltree and c.path <> $1::ltree and c.tier = $2
order by c.code
limit 100
