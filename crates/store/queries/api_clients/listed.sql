-- Clients in the asker's scope, latest first; one of them with $1.
select
    k.id, k.name, c.tag as centre_tag, k.scopes, k.per_minute, k.per_day, k.token_start, k.made_at, k.made_by, k.expires_at,
    k.revoked_at, u.used_at, case when u.day_at = date_trunc('day', $2::timestamptz, 'UTC') then u.day_n else 0 end as used_today
from api_client k
join centre_tag c on c.id = k.centre
left join api_use u on u.client = k.id
where $1::bigint is null or k.id = $1
order by k.made_at desc, k.id desc
limit 200
