-- Who a session acts as, while person, epoch, post and the holding of it are still good.
select
    p.id as person, p.name as person_name, o.id as post, o.role, o.title_zh, o.title_en, o.lane,
    c.id as centre, c.code, c.name_zh, c.name_en, c.short_zh, c.short_en, c.tier, c.path::text
from person p
join holding h on h.person = p.id
join post o on o.id = h.post
join centre c on c.id = o.centre
where p.id = $1 and p.session_epoch = $2 and p.disabled_at is null
  and o.id = $3 and o.valid_from <= $4 and (o.valid_to is null or o.valid_to > $4)
  and h.from_at <= $4 and (h.to_at is null or h.to_at > $4)
