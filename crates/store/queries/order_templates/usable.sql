-- Templates of a centre and of those above it, its own first.
select m.id, t.tag as centre_tag, m.letter
from order_template m
join centre_tag t on t.id = m.centre
where m.path @> $1::ltree
order by nlevel(m.path) desc, m.title
limit 200
