select
    o.id as post, o.role, o.title_zh, o.title_en,
    c.id as centre, c.code, c.name_zh, c.name_en, c.short_zh, c.short_en, c.tier, c.path::text
from holding h
join post o on o.id = h.post
join centre c on c.id = o.centre
where h.person = $1 and h.from_at <= $2 and (h.to_at is null or h.to_at > $2)
  and o.valid_from <= $2 and (o.valid_to is null or o.valid_to > $2)
order by nlevel(o.path), o.id
