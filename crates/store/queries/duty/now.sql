-- Who is on duty at these centres at a moment; the shift that began last where several serve.
select distinct on (d.centre) d.centre, d.person, h.name, h.phone, p.title_zh, p.title_en, d.to_at
from duty d
join post p on p.id = d.post
join person h on h.id = d.person
where d.centre = any($1) and d.absence is null and d.from_at <= $2 and d.to_at > $2
order by d.centre, d.from_at desc, d.id desc
