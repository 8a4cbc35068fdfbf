select r.at, p.name, r.note, r.due_at
from order_revision r
join person p on p.id = r.person
where r.orders = $1
order by r.revision desc
