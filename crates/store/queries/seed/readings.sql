-- Six months of readings: by the hour for two days, by the day for a month, every other day before that; every five minutes
-- where something is wrong now.
-- $1 quantities; $2 warnings of the situation; $3 now.
with course as (
    select q ->> 'code' as quantity, (s ->> 'base')::double precision as base, (s ->> 'swing')::double precision as swing,
           s ->> 'shape' as shape, (s ->> 'spread')::double precision as spread, (q ->> 'min')::double precision as lowest,
           (q ->> 'max')::double precision as highest, (q ->> 'decimals')::integer as decimals
    from jsonb_array_elements($1::jsonb) q cross join lateral (select q -> 'series' as s) series
), wrong as (
    select device, value, minutes from jsonb_to_recordset($2::jsonb) as w (device text, value double precision, minutes integer)
), series as (
    select s.id, s.district, d.code, c.*, w.value as value_now, w.minutes,
           demo.course(c.shape, $3::timestamptz) as course_now,
           case when s.quantity = 'water_level'
                then coalesce((select min((b ->> 'raise')::double precision) - 1.2 from rule r, jsonb_array_elements(r.bands) b
                               where r.risk_point = s.risk_point), 130 + round(80 * demo.dice('stage' || d.code)))
                else c.base * (1 + c.spread * (demo.dice('base' || d.code) - 0.5)) end as own_base,
           -- One in fifty fell silent the day before yesterday.
           w.device is null and d.code !~ '-1$' and demo.dice('silent' || d.code) < 0.02 as silent
    from datastream s
    join device d on d.id = s.device and d.stage <> 'built'
    join course c on c.quantity = s.quantity
    left join wrong w on w.device = d.code
), moment as (
    select h as seq, make_interval(hours => h) as ago, false as close_up from generate_series(0, 47) h
    union all
    select 100 + d, make_interval(days => d), false from generate_series(2, 180) d where d <= 30 or d % 2 = 0
    union all
    select 1000 + m, make_interval(mins => 5 * m), true from generate_series(1, 191) m where m % 12 <> 0
), usual as materialized (
    select m.seq, m.ago, m.close_up, x.shape, demo.course(x.shape, $3::timestamptz - m.ago) as course
    from moment m cross join (select distinct shape from course) x
), drawn as (
    select s.id, s.district, $3::timestamptz - m.ago - make_interval(secs => 50 * demo.dice('second' || s.code)) as at, s.decimals, s.lowest,
           s.highest, s.own_base + s.swing * m.course
               + 0.12 * (abs(s.swing) + 0.02 * abs(s.own_base)) * (demo.dice(s.code || m.seq) - 0.5) as usual,
           (s.value_now - s.own_base - s.swing * s.course_now)
               * exp(-least(300, extract(epoch from m.ago)::double precision / 60 / greatest(30, 2.5 * s.minutes))) as wrong_by, m.seq, s.value_now
    from series s
    join usual m on m.shape = s.shape and (not m.close_up or s.value_now is not null) and (not s.silent or m.ago > interval '30 hours')
)
insert into reading (district, datastream, at, value, received_at)
select district, id, at,
       case when seq = 0 and value_now is not null then value_now
            else greatest(lowest, least(highest, round((usual + coalesce(wrong_by, 0))::numeric, decimals)::double precision)) end,
       at + interval '2 seconds'
from drawn
