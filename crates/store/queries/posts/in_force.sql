-- Who holds a post at a moment.
select h.person, k.name
from holding h
join person k on k.id = h.person
where h.post = $1 and h.from_at <= $2 and (h.to_at is null or h.to_at > $2)
