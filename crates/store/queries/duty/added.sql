-- Shifts of a centre, one a place of the arrays. Whoever holds the post serves it.
insert into duty (district, centre, path, post, person, from_at, to_at)
select p.district, p.centre, p.path, p.id, p.person, n.from_at, n.to_at
from unnest($2::bigint[], $3::timestamptz[], $4::timestamptz[]) n (post, from_at, to_at)
join post p on p.id = n.post and p.centre = $1
returning id
