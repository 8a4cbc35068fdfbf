-- A draft, held until the transaction ends.
select d.id, d.centre, d.person, d.post, p.role, d.state, d.spec, d.reason, d.orders, d.changed_at, h.name as author
from order_draft d
join post p on p.id = d.post
join person h on h.id = d.person
where d.id = $1
for update of d
