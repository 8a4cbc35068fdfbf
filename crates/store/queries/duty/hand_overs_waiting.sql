-- Notes that nobody has acknowledged yet, latest first.
select o.id, o.note, h.name, o.at
from hand_over o
join person h on h.id = o.person
where o.centre = $1 and o.acknowledged_at is null
order by o.at desc, o.id desc
