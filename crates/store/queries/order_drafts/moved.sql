update order_draft d
set state = $2, reason = $3, orders = $4, changed_at = $5
where d.id = $1
