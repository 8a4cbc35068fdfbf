-- Parts held under a post go to somebody else ($2 person, $3 post), or to nobody in particular.
with taken as (
    update assignment a
    set holder = $2, holder_post = $3
    where a.holder_post = $1 and a.state not in ('approved', 'recalled')
    returning a.id, a.orders, a.root, a.action_zh, a.action_en, a.path, a.issuer_path
)
select t.id, t.orders, t.root, o.event, t.action_zh, t.action_en, t.path::text, t.issuer_path::text
from taken t
join orders o on o.id = t.orders
order by t.id
