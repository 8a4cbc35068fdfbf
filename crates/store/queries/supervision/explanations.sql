-- Explanations: of an order's tree ($1), or those not yet accepted within a path ($2), due first on top; or one ($3).
select e.id, e.assignment, a.orders, e.root, o.event, o.number, a.action_zh, a.action_en, c.tag as recipient_tag, i.tag as issuer_tag,
       e.post, p.title_zh, p.title_en, h.name as holder, h.phone, e.state, e.asked_at, e.due_at, e.words, e.given_at,
       e.given_by, g.name as giver, e.reason
from explanation e
join assignment a on a.id = e.assignment
join orders o on o.id = a.orders
join centre_tag c on c.id = e.centre
join centre_tag i on i.id = o.centre
left join post p on p.id = e.post
left join person h on h.id = p.person
left join person g on g.id = e.given_by
where ($1::bigint is null or e.root = $1)
    and ($2::text is null or (e.path <@ $2::ltree and e.state in ('asked', 'given', 'returned')))
    and ($3::bigint is null or e.id = $3)
order by e.due_at, e.id
limit 50
