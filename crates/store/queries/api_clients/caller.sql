-- Whom a token names, with the post that it acts under, while both are good.
select
    k.id as client, k.scopes, k.per_minute, k.per_day,
    p.id as person, p.name as person_name, o.id as post, o.role, o.title_zh, o.title_en, o.lane,
    c.id as centre, c.code, c.name_zh, c.name_en, c.short_zh, c.short_en, c.tier, c.path::text
from api_client k
join person p on p.id = k.person
join post o on o.id = k.post and o.person = p.id
join centre c on c.id = o.centre
where k.token_hash = $1 and k.revoked_at is null and (k.expires_at is null or k.expires_at > $2)
    and p.disabled_at is null and o.valid_from <= $2 and (o.valid_to is null or o.valid_to > $2)
