-- What waits for a webhook that is no longer there.
update webhook_delivery
set state = 'given_up',
    ended_at = $2
where webhook = $1 and state = 'waiting'
