-- Shifts to come of a post go to somebody ($2 person, $3 post) who is free then. $4 now.
update duty d
set post = $3, person = $2, absence = null
where d.post = $1 and d.to_at > $4
    and not exists (
        select from duty o
        where o.person = $2 and o.id <> d.id and o.absence is null and o.from_at < d.to_at and o.to_at > d.from_at)
    and not exists (
        select from absence s
        where s.person = $2 and s.from_at < d.to_at and s.to_at > d.from_at)
returning d.id, d.from_at, d.to_at
