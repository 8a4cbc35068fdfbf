-- Gives the oldest news to every webhook whose client's scope they lie in. Another server may be at the same work: what it
-- holds is left to it.
with news as (
    select n.id, n.at, n.noun, n.row_id, n.verb, n.before, n.after, n.event, n.root
    from webhook_news n
    order by n.id
    limit $2
    for update skip locked
), subject as (
    select n.id, e.number, e.path, e.shared_with, '/api/v1/events/' || e.id as url
    from news n
    join event e on e.id = n.row_id
    where n.noun = 'event'
    union all
    select n.id, o.number, o.path, o.shared_with, '/api/v1/orders/' || o.id
    from news n
    join orders o on o.id = n.row_id
    where n.noun = 'order'
    union all
    select n.id, o.number, a.path, array[a.issuer_path], '/api/v1/orders/' || o.id
    from news n
    join assignment a on a.id = n.row_id
    join orders o on o.id = a.orders
    where n.noun = 'assignment'
), added as (
    insert into webhook_delivery (district, path, webhook, client, news, verb, body, made_at, state, next_at)
    select
        w.district, w.path, w.id, w.client, n.id, n.verb,
        json_build_object(
            'id', n.id, 'type', n.verb, 'at', to_char(n.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
            'subject', json_build_object('kind', n.noun, 'id', n.row_id, 'number', s.number, 'url', s.url),
            'before', n.before, 'after', n.after, 'event', n.event, 'order', n.root)::text,
        $1, 'waiting', $1
    from news n
    join subject s on s.id = n.id
    join webhook w on w.removed_at is null and w.topics @> array[case n.noun when 'event' then 'events' else 'orders' end]
    join api_client k on k.id = w.client and k.revoked_at is null and (k.expires_at is null or k.expires_at > $1)
    where s.path <@ k.path or s.shared_with <@ k.path
    on conflict on constraint webhook_delivery_news_key do nothing
), told as (
    delete from webhook_news
    where id in (select n.id from news n)
    returning id
)
select count(*)
from told
