-- Notes that nobody has acknowledged yet, latest first, and whether $2 wrote them.
select o.id, o.note, h.name, o.at, o.person = $2
from hand_over o
join person h on h.id = o.person
where o.centre = $1 and o.acknowledged_at is null
order by o.at desc, o.id desc
