-- A centre's shifts that have a moment in a span.
select d.id, d.centre, d.post, d.person, h.name, h.phone, p.title_zh, p.title_en, d.from_at, d.to_at, a.reason as away
from duty d
join post p on p.id = d.post
join person h on h.id = d.person
left join absence a on a.id = d.absence
where d.centre = $1 and d.from_at < $3 and d.to_at > $2
order by d.from_at, d.id
