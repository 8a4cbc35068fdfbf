-- Who holds one of some roles at a centre now.
select p.title_zh, p.title_en, h.name
from post p
join person h on h.id = p.person
where p.centre = $1 and p.role = any($2) and p.valid_from <= $3 and (p.valid_to is null or p.valid_to > $3)
order by p.id
limit 10
