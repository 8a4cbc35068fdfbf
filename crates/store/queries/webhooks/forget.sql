-- What ended, and what waits for a webhook that was removed while it was given out.
delete from webhook_delivery
where ended_at < $1 or state = 'waiting' and made_at < $1
