select i.id, i.review, i.action, t.tag as owner_tag, i.owner_name, i.due_on, i.done_at, i.changes, i.changes_code,
    i.changes_before, o.id as orders, o.number, a.percent, a.state
from improvement i
join centre_tag t on t.id = i.centre
left join orders o on o.id = i.orders
left join assignment a on a.orders = i.orders and a.centre = i.centre
where i.review = $1
order by i.due_on, i.id
