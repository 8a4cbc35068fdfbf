update order_draft d
set spec = $2, changed_at = $3
where d.id = $1
