-- What was sent down as an order ($1) is made once all its parts are verified.
update improvement i
set done_at = $2
where i.orders = $1 and i.done_at is null
    and exists (select from assignment a where a.orders = $1 and a.state = 'approved')
    and not exists (select from assignment a where a.orders = $1 and a.state not in ('approved', 'recalled'))
returning i.id, i.review, i.action, i.path::text as path
