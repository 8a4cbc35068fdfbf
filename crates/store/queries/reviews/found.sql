insert into finding (district, path, review, kind, text, person, at)
select r.district, r.path, r.id, $2, $3, $4, $5
from review r
where r.id = $1
returning id
