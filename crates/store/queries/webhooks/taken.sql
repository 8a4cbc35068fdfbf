-- Takes deliveries that are due, a few for each webhook so that a slow one does not hold up the others. Each is lent until $2:
-- should this server die, it is due again then.
with due as (
    select d.id
    from webhook w
    cross join lateral (
        select x.id
        from webhook_delivery x
        where x.webhook = w.id and x.state = 'waiting' and x.next_at <= $1
        order by x.next_at, x.id
        limit 4
        for update skip locked
    ) d
    where w.removed_at is null
    limit 32
)
update webhook_delivery d
set next_at = $2
from due
join webhook_delivery x on x.id = due.id
join webhook w on w.id = x.webhook
where d.id = due.id
returning d.id, d.verb, d.body, d.tries, d.round_tries, w.url, w.secret
