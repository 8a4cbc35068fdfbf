-- Who is on duty there at a moment, if the roster says so.
select p.title_zh, p.title_en, h.name
from duty d
join post p on p.id = d.post
join person h on h.id = p.person
where d.centre = $1 and d.from_at <= $2 and d.to_at > $2
order by d.from_at desc, d.id desc
limit 1
