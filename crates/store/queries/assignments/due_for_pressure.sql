-- Owed parts whose lamp has turned since it was last looked at, or that have used up the share of their limit at which the next
-- pressure begins. Another server may be at the same work: what it holds is left to it.
select
    a.id, a.orders, a.root, o.event, o.number, a.action_zh, a.action_en, a.path::text as path, a.issuer_path::text as issuer_path,
    a.supervision, a.lamp, a.issued_at, a.due_at
from assignment a
join orders o on o.id = a.orders
where a.state in ('issued', 'delivered', 'read', 'accepted', 'doing')
    and a.id > $2
    and (
        a.lamp <> lamp_at(a.issued_at, a.due_at, $1)
        or (a.supervision <> 'red' and $1 > a.issued_at + (a.due_at - a.issued_at)
            * case a.supervision when 'none' then 1 when 'urged' then 1.5 else 2 end))
order by a.id
limit $3
for update of a skip locked
