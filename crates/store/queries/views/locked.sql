-- A view, held until the transaction ends.
select v.list, v.name, v.centre, v.person, v.shared, v.removed_at
from saved_view v
where v.id = $1
for update
