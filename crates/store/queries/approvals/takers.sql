-- Centres of a tier ($1) in a place ($2), by code.
select t.tag
from centre c
join centre_tag t on t.id = c.id
where c.tier = $1 and c.path <@ $2::ltree
order by c.code
limit 200
