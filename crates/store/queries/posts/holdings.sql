-- Who held these posts, latest first: the last seven of each.
select h.post, k.name, h.from_at, h.to_at, h.note, coalesce(b.name, '') as appointed_by
from unnest($1::bigint[]) p (id)
cross join lateral (
    select x.post, x.person, x.from_at, x.to_at, x.note, x.appointed_by
    from holding x
    where x.post = p.id
    order by x.from_at desc
    limit 7
) h
join person k on k.id = h.person
left join person b on b.id = h.appointed_by
order by h.post, h.from_at desc
