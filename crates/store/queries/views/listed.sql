-- A person's ($1) views of a list ($2) and those shared at their centre ($3), with the one just removed ($4) that they may bring
-- back; the walls show no others.
select v.id, v.list, v.name, v.query, v.shared, v.person = $1 as own, d.view is not null as is_default, v.removed_at
from saved_view v
left join view_default d on d.person = $1 and d.view = v.id
where v.list = $2 and (v.person = $1 and not v.shared or v.shared and v.centre = $3)
    and (v.removed_at is null or v.removed_at > $4)
order by v.shared, v.name, v.id
limit 100
