-- What a review found, first first.
select f.id, f.kind, f.text, p.name as who, f.at
from finding f
join person p on p.id = f.person
where f.review = $1
order by f.id
limit 200
