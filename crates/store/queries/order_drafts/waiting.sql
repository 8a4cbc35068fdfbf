-- What a person writes at a centre, and what there waits for a second signature; latest first.
select d.id, d.centre, d.person, d.post, p.role, d.state, d.spec, d.reason, d.orders, d.changed_at, h.name as author
from order_draft d
join post p on p.id = d.post
join person h on h.id = d.person
where d.centre = $1 and (d.state = 'awaiting_cosign' or d.state = 'open' and d.person = $2)
order by d.changed_at desc, d.id desc
limit 20
