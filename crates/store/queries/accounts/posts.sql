select
    o.id as post, o.role, o.title_zh, o.title_en,
    c.id as centre, c.code, c.name_zh, c.name_en, c.short_zh, c.short_en, c.tier, c.path::text
from post o
join centre c on c.id = o.centre
where o.person = $1 and o.valid_from <= $2 and (o.valid_to is null or o.valid_to > $2)
order by nlevel(o.path), o.id
