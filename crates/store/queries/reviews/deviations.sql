-- Plan against actual, one line a part of the case's orders: minutes given, minutes taken.
select
    a.action_zh, a.action_en, a.recipient_tag,
    (extract(epoch from a.due_at - a.issued_at) / 60)::bigint as planned_min,
    (extract(epoch from a.done_at - a.issued_at) / 60)::bigint as actual_min
from orders o
join assignment_row a on a.orders = o.id
where o.event = $1 and a.state <> 'recalled'
order by o.root, a.outline
limit 500
