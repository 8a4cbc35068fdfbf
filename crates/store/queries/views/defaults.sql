-- What the menu opens for a person ($1) at their centre ($2).
select v.list, v.query
from view_default d
join saved_view v on v.id = d.view
where d.person = $1 and v.removed_at is null and (not v.shared or v.centre = $2)
