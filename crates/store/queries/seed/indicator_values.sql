-- Vital signs: what is measured now by the readings, the rest by its usual course; six months of history that leads to it.
-- $1 indicators; $2 now.
with course as (
    select i ->> 'code' as code, (s ->> 'base')::double precision as base, (s ->> 'swing')::double precision as swing,
           s ->> 'shape' as shape, (s ->> 'shared')::boolean as shared
    from jsonb_array_elements($1::jsonb) i cross join lateral (select i -> 'series' as s) series
), measured as (
    select c.id as centre, i.code,
           case i.aggregation when 'max' then max(n.value) when 'min' then min(n.value) when 'sum' then sum(n.value)
                when 'last' then (array_agg(n.value order by n.at desc))[1] else avg(n.value) end as value
    from indicator i
    join datastream s on s.quantity = i.quantity and (i.risk_point is null or s.risk_point = i.risk_point)
    left join risk_point p on p.id = s.risk_point
    join datastream_now n on n.datastream = s.id and n.at > $2::timestamptz - make_interval(secs => i.stale_after_s)
    join centre c on c.path @> s.path and c.tier = any (i.tiers)
    where i.risk_kind is null or i.risk_kind = p.kind
    group by c.id, i.code, i.aggregation
), sign as (
    select c.id as centre, c.district, c.path, c.code as centre_code, c.tier, i.code, i.decimals, i.direction, i.bands, k.shape, m.value as measured,
           k.base * f.factor as base, k.swing * f.factor as swing
    from indicator i
    join course k on k.code = i.code
    join centre c on c.tier = any (i.tiers)
    left join measured m on m.centre = c.id and m.code = i.code
    cross join lateral (
        select case when k.shared and c.tier = 'district' then (0.4 + 1.2 * demo.dice(i.code || c.code)) / 39
                    when k.shared and c.tier = 'township' then (0.4 + 1.2 * demo.dice(i.code || c.code)) / 1031
                    when c.tier = 'city' then 1
                    -- Shares of a hundred vary little, on the safe side of their thresholds.
                    when i.unit = '%' and i.direction = 'below' then 1 + (100 / k.base - 1) * 0.8 * (demo.dice(i.code || c.code) - 0.35)
                    when i.direction = 'below' then 1 + 0.15 * demo.dice(i.code || c.code)
                    else 0.78 + 0.27 * demo.dice(i.code || c.code) end as factor
    ) f
    where i.quantity is null or m.value is not null
), begun as materialized (
    select s.*, s.base + s.swing * n.course as usual_now, coalesce(s.measured, s.base + s.swing * n.course) as value_now
    from sign s join (select shape, demo.course(shape, $2::timestamptz) as course from (select distinct shape from course) x) n on n.shape = s.shape
), judged as materialized (
    select b.*, coalesce((
        select max(array_position(array['blue', 'yellow', 'orange', 'red'], x ->> 'level'))
        from jsonb_array_elements(b.bands) x
        where case b.direction when 'above' then b.value_now >= (x ->> 'raise')::double precision
              else b.value_now <= (x ->> 'raise')::double precision end), 0) as level
    from begun b
), moment as materialized (
    select m.hours, x.shape, demo.course(x.shape, $2::timestamptz - make_interval(hours => m.hours)) as course
    from (select h as hours from generate_series(0, 24) h
          union all select h from generate_series(26, 48, 2) h
          union all select d * 24 from generate_series(3, 180) d where d <= 30 or d % 3 = 0) m
    cross join (select distinct shape from course) x
), drawn as materialized (
    select j.centre, j.district, j.path, j.tier, j.code, j.level, m.hours, $2::timestamptz - make_interval(hours => m.hours) as at,
           case when m.hours = 0 then round(j.value_now::numeric, j.decimals)::double precision
                else round((case when j.base >= 0 and j.measured is null then greatest(0, v.value) else v.value end)::numeric,
                           j.decimals)::double precision end as value
    from judged j
    join moment m on m.shape = j.shape and (j.tier <> 'township' or m.hours <= 24)
    cross join lateral (
        select j.base + j.swing * m.course + 0.15 * abs(j.swing) * (demo.dice(j.code || j.centre_code || m.hours) - 0.5)
               + case when j.measured is null then 0 else (j.measured - j.usual_now)
                     * case when j.level = 0 then 1 else exp(-least(300, m.hours / 5.0::double precision)) end end as value
    ) v
), kept as (
    insert into indicator_value (district, centre, indicator, at, value)
    select district, centre, code, at, value from drawn where tier <> 'township' or hours % 3 = 0
)
insert into indicator_now (district, centre, path, indicator, at, value, hour_before, level, spark)
select district, centre, path, code, max(at), max(value) filter (where hours = 0), max(value) filter (where hours = 1), max(level),
       array_agg(value order by at) filter (where hours <= 24)
from drawn
group by district, centre, path, code
