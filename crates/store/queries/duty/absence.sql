select t.tag, a.id, a.person, h.name, a.from_at, a.to_at, a.reason
from absence a
join person h on h.id = a.person
join centre_tag t on t.id = a.centre
where a.id = $1
