-- Some shifts, held until the transaction ends.
select d.id, d.centre, d.post, d.person, h.name, h.phone, p.title_zh, p.title_en, d.from_at, d.to_at, a.reason as away
from duty d
join post p on p.id = d.post
join person h on h.id = d.person
left join absence a on a.id = d.absence
where d.id = any($1)
order by d.id
for update of d
