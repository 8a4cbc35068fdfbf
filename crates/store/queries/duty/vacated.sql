-- Nobody serves the shifts of somebody who is away at any moment of them; how many.
update duty d
set absence = a.id
from absence a
where a.id = $1 and d.person = a.person and d.absence is null and d.from_at < a.to_at and d.to_at > a.from_at and d.to_at > $2
