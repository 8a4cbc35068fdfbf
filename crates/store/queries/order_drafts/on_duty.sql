-- Who is on duty at some centres at a moment.
select distinct on (d.centre) d.centre, h.name
from duty d
join post p on p.id = d.post
join person h on h.id = p.person
where d.centre = any($1) and d.from_at <= $2 and d.to_at > $2
order by d.centre, d.from_at desc, d.id desc
