-- Keeps what an order says now, before it is corrected. Its due time is the latest of what is still owed.
insert into order_revision (orders, revision, at, person, note, due_at)
select
    o.id, (select count(*) from order_revision r where r.orders = o.id) + 1, $2, $3, o.note,
    coalesce((select max(a.due_at) from assignment a where a.orders = o.id and a.state <> 'recalled'), o.issued_at)
from orders o
where o.id = $1
