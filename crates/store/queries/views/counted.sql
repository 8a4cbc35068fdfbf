-- How many views of a list a person has kept.
select count(*)
from saved_view v
where v.person = $1 and v.list = $2 and v.removed_at is null
