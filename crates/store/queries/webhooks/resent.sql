-- A new round of tries for what was ended.
update webhook_delivery d
set state = 'waiting',
    round_tries = 0,
    next_at = $2,
    ended_at = null
from webhook w
where d.id = $1 and d.state <> 'waiting' and w.id = d.webhook and w.removed_at is null
returning d.client, d.verb
