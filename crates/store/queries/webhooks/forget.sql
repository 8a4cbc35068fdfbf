delete from webhook_delivery
where ended_at < $1
