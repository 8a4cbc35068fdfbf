-- Explanations that a post owes go to another post; to the same when only its holder changes.
with taken as (
    update explanation e
    set post = $2
    where e.post = $1 and e.state in ('asked', 'returned')
    returning e.id, e.assignment, e.root, e.path, e.issuer_path
)
select t.id, a.orders, t.root, o.event, a.action_zh, a.action_en, t.path::text, t.issuer_path::text
from taken t
join assignment a on a.id = t.assignment
join orders o on o.id = a.orders
order by t.id
