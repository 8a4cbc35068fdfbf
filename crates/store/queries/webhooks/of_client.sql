select
    w.id, w.url, w.topics, w.made_at,
    (select count(*) from (
        select from webhook_delivery d where d.webhook = w.id and d.state = 'waiting' limit 1000) waiting) as waiting
from webhook w
where w.client = $1 and w.removed_at is null
order by w.id
