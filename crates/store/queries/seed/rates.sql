-- What closed cases of the last 45 days count as. Their steps were not kept: that they were in time, returned, reworked or extended
-- is drawn; that they were closed late is so. $1 now.
with told as materialized (
    select e.id, e.district, e.centre, e.path, e.category, coalesce(r.lane, '') as lane, e.closed_at,
           (extract(epoch from e.due_at - e.closed_at) / 60)::bigint as left_min, nlevel(e.path) as depth,
           demo.dice('returned' || e.number) < 0.03 as returned, demo.dice('reworked' || e.number) < 0.05 as reworked,
           demo.dice('extended' || e.number) < 0.04 as extended, demo.dice('registered' || e.number) < 0.985 as registered,
           demo.dice('dispatched' || e.number) < 0.975 as dispatched, demo.dice('village' || e.number) < 0.4 as village
    from event e
    join responsibility r on r.category = e.category
    where e.state = 'closed' and e.closed_at > $1::timestamptz - interval '45 days' and e.closed_at <= $1::timestamptz
), shared as (
    select t.*, n.rate, n.numerator, n.denominator, n.why, n.amount
    from told t
    cross join lateral (values
        ('registered_in_time', registered::integer, 1, case when registered then 'in_time' else 'late' end, 4),
        ('dispatched_in_time', dispatched::integer, 1, case when dispatched then 'in_time' else 'late' end, 6),
        ('handled_in_time', (left_min >= 0)::integer, 1, case when left_min >= 0 then 'in_time' else 'late' end, abs(left_min)),
        ('closed_in_time', (left_min >= 0)::integer, 1, case when left_min >= 0 then 'in_time' else 'late' end, abs(left_min)),
        ('accurately_dispatched', 1, 1 + returned::integer, 'times', returned::integer),
        ('reworked', reworked::integer, 1, 'times', reworked::integer),
        ('returned', returned::integer, 1, 'times', returned::integer),
        ('extended', extended::integer, 1, 'times', extended::integer),
        ('verified_solved', 1, 1 + reworked::integer, 'times', reworked::integer),
        ('solved_in_community', (depth = 3 and village)::integer, 1, 'tier', depth + (depth = 3 and village)::integer),
        ('solved_in_township', (depth >= 3)::integer, 1, 'tier', depth + (depth = 3 and village)::integer),
        ('solved_in_district', (depth >= 2)::integer, 1, 'tier', depth + (depth = 3 and village)::integer)
    ) n (rate, numerator, denominator, why, amount)
)
insert into rate_entry (
    district, centre, path, event, rate, version, lane, category, at, day, numerator, denominator, why, amount, noted_at)
select s.district, s.centre, s.path, s.id, s.rate, 1, s.lane, s.category, s.closed_at,
       (s.closed_at at time zone 'Asia/Shanghai')::date, s.numerator, s.denominator, s.why, s.amount, s.closed_at
from shared s
order by s.closed_at, s.id, s.rate
