-- Centres that may help a lead ($1): others of its tier or a lower one, not above it, in a place ($2); higher tiers first.
select t.tag
from centre l
join centre c on c.id <> l.id and not (c.path @> l.path) and c.path <@ $2::ltree
    and c.tier in ('city', 'district', 'township')
    and array_position(array['city', 'district', 'township'], c.tier) >= array_position(array['city', 'district', 'township'], l.tier)
join centre_tag t on t.id = c.id
where l.id = $1
order by nlevel(c.path), c.code
limit 200
