insert into attachment (district, path, assignment, order_draft, name, media_type, sha256, bytes, person, at, signature)
select c.district, c.path, $2, $3, $4, $5, $6, $7, $8, $9, $10
from centre c
where c.id = $1
returning id
