-- Who is away at a centre from a moment on.
select a.id, a.person, h.name, a.from_at, a.to_at, a.reason
from absence a
join person h on h.id = a.person
where a.centre = $1 and a.to_at > $2
order by a.from_at, a.id
