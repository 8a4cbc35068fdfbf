-- What was sent to a client's webhooks of late, with its tries.
select
    d.id, d.webhook, d.verb, d.made_at, d.state, d.next_at,
    coalesce((
        select json_agg(json_build_object('at', t.at, 'status', t.status, 'took_ms', t.took_ms, 'error', t.error) order by t.n)
        from webhook_try t
        where t.delivery = d.id), '[]') as tries
from webhook_delivery d
where d.client = $1
order by d.id desc
limit 50
