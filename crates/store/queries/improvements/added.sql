insert into improvement (
    district, centre, path, review, action, owner_name, due_on, promised_at, changes, changes_code, changes_before)
select c.district, c.id, c.path, $2, $3, $4, $5, $6, $7, $8, $9
from centre c
where c.id = $1
returning id
