-- Duty chiefs of city and districts take turns of twelve hours from 8 and 20 o'clock; a township's officer is on call. $1 now.
with turn as (
    select n, date_trunc('day', $1::timestamptz at time zone 'Asia/Shanghai') at time zone 'Asia/Shanghai'
              + interval '8 hours' + (n - 3) * interval '12 hours' as from_at
    from generate_series(0, 31) n
), chief as (
    select p.*, row_number() over (partition by p.centre order by p.id) - 1 as seat
    from post p where p.role in ('city_duty', 'district_duty')
)
insert into duty (district, centre, path, post, from_at, to_at)
select c.district, c.centre, c.path, c.id, t.from_at, t.from_at + interval '12 hours'
from chief c join turn t on t.n % 2 = c.seat
union all
select p.district, p.centre, p.path, p.id, $1::timestamptz - interval '1 day', $1::timestamptz + interval '60 days'
from post p where p.role = 'township_staff'
