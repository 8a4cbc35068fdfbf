-- The demo city's rosters, from a week ago to two weeks ahead, each from where it ends: duty chiefs of city and
-- districts take turns of twelve hours from 8 and 20 o'clock; a township's people take turns of a day. $1 now.
-- Turns are counted in half days since 1970 UTC, which begin at 8 and 20 o'clock in the city.
with turn as (
    select k, timestamptz '1970-01-01 00:00:00+00' + k * interval '12 hours' as from_at
    from generate_series(floor(extract(epoch from $1::timestamptz) / 43200)::bigint - 15,
                         floor(extract(epoch from $1::timestamptz) / 43200)::bigint + 28) k
), ends as (
    select centre, max(to_at) as at from duty group by centre
), chief as (
    select p.id, p.district, p.centre, p.path, p.person, p.role in ('township_director', 'township_staff') as whole_days,
           row_number() over (partition by p.centre order by p.id) - 1 as seat, count(*) over (partition by p.centre) as seats
    from post p
    where p.role in ('city_duty', 'district_duty', 'township_director', 'township_staff')
      and p.person is not null
      and p.valid_from <= $1 and (p.valid_to is null or p.valid_to > $1)
)
insert into duty (district, centre, path, post, person, from_at, to_at)
select c.district, c.centre, c.path, c.id, c.person, t.from_at,
       t.from_at + case when c.whole_days then interval '24 hours' else interval '12 hours' end
from chief c
left join ends e on e.centre = c.centre
join turn t on case when c.whole_days then t.k % 2 = 0 and t.k / 2 % c.seats = c.seat else t.k % c.seats = c.seat end
where t.from_at >= coalesce(e.at, '-infinity')
order by c.centre, t.k
on conflict do nothing
