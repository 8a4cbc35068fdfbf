-- The director of a centre at a moment ($4), other than somebody ($3) and under another post than one ($2): who takes over what has
-- nobody else.
select p.id as post, h.person, k.name
from post p
join holding h on h.post = p.id and h.from_at <= $4 and (h.to_at is null or h.to_at > $4)
join person k on k.id = h.person
where p.centre = $1 and p.role in ('township_director', 'district_director', 'city_leader')
    and p.id <> $2 and ($3::bigint is null or h.person <> $3)
    and p.valid_from <= $4 and (p.valid_to is null or p.valid_to > $4)
order by p.id
limit 1
