-- Who a session acts as, while person, epoch and post are still good.
select
    p.id as person, p.name as person_name, o.id as post, o.role, o.title_zh, o.title_en, o.lane,
    c.id as centre, c.code, c.name_zh, c.name_en, c.short_zh, c.short_en, c.tier, c.path::text
from person p
join post o on o.person = p.id
join centre c on c.id = o.centre
where p.id = $1 and p.session_epoch = $2 and p.disabled_at is null
  and o.id = $3 and o.valid_from <= $4 and (o.valid_to is null or o.valid_to > $4)
