-- Reports of the periods past, nearly all accepted, the latest still on their way; and where each KPI stands. $1 now.
with today as (
    select ($1::timestamptz at time zone 'Asia/Shanghai')::date as day
), period as (
    select 'month' as kind, n, (date_trunc('month', day) - make_interval(months => n))::date - 1 as last_day from today, generate_series(0, 5) n
    union all
    select 'quarter', n, (date_trunc('quarter', day) - make_interval(months => 3 * n))::date - 1 from today, generate_series(0, 2) n
    union all
    select 'year', n, (date_trunc('year', day) - make_interval(years => n))::date - 1 from today, generate_series(0, 1) n
), standing as materialized (
    select t.district, t.centre, t.path, c.code as centre_code, c.tier, k.id as kpi, k.code, k.aim, k.cumulative, k.decimals, k.unit, k.period,
           s.lane, t.target,
           -- A few lanes lag; within a lane KPIs differ.
           case when c.tier = 'city' and s.lane = 'drainage' then 0.82
                when c.tier = 'city' and s.lane = 'soc-muck' then 0.88
                when demo.dice('lane' || s.lane || c.code) < 0.07 then 0.86 + 0.1 * demo.dice('lag' || s.lane || c.code)
                else 1 end
           * case when demo.dice('kpi' || k.code || c.code) < 0.86 then 1.005 + 0.05 * demo.dice('good' || k.code || c.code)
                  else 0.8 + 0.2 * demo.dice('bad' || k.code || c.code) end as performance
    from kpi_target t
    join kpi k on k.id = t.kpi
    join sublane s on s.code = k.sublane
    join centre c on c.id = t.centre
    -- Some do not report yet.
    where demo.dice('reports' || k.code || c.code) >= 0.03
), drawn as (
    select s.*, p.n, p.last_day,
           case when not s.cumulative then 1
                when p.n = 0 then extract(doy from today.day) / 365.0
                else extract(doy from p.last_day) / 365.0 end as passed,
           0.02 * (demo.dice(s.code || s.centre_code || p.n) - 0.5) - 0.006 * p.n as drift
    from standing s
    join period p on p.kind = s.period and (s.tier <> 'township' or p.n = 0)
    cross join today
), valued as materialized (
    select d.*, round((case
        when d.aim = 'higher' and d.unit in ('%', '') and not d.cumulative then least(case when d.unit = '%' then 100 end, d.target * (d.performance + d.drift))
        when d.aim = 'higher' then d.target * d.passed * (d.performance + d.drift)
        when d.target = 0 then 0
        when d.target < 0 then d.target * (d.performance + d.drift)
        else d.target * (2 - d.performance - d.drift) * case when d.cumulative then d.passed else 1 end end)::numeric, d.decimals)::double precision as value,
        demo.dice('state' || d.code || d.centre_code) as luck
    from drawn d
), holder as materialized (
    select centre, coalesce(lane, '') as lane, min(person) as person from post
    where role in ('lane_owner', 'township_staff') group by centre, lane
), filed as (
    insert into kpi_report (district, centre, path, kpi, period, revision, value, note, state, reason, person, at)
    select v.district, v.centre, v.path, v.kpi, v.last_day, 1, v.value,
           case when v.performance < 0.95 and v.n = 0 then '进度偏慢，已列入周督导，下月补齐' else '' end,
           case when v.n > 1 then 'accepted' when v.n = 1 then case when v.luck < 0.9 then 'accepted' else 'approved' end
                when v.luck < 0.72 then 'approved' when v.luck < 0.97 then 'accepted' when v.luck < 0.99 then 'submitted' else 'returned' end,
           case when v.n = 0 and v.luck >= 0.99 then '口径与定义不一致，请核对后重报' else '' end,
           p.person, least($1::timestamptz - interval '1 hour',
                           (v.last_day + 1 + floor(4 * v.luck)::integer)::timestamp at time zone 'Asia/Shanghai' + interval '10 hours')
    from valued v
    join holder p on p.centre = v.centre and p.lane = case when v.tier = 'township' then '' else v.lane end
    returning centre, kpi, period, value, state
)
insert into kpi_now (district, centre, path, kpi, period, value, previous, waiting)
select t.district, t.centre, t.path, t.kpi, f.period, f.value, f.previous, coalesce(f.waiting, 0)
from kpi_target t
left join (
    select centre, kpi, max(period) filter (where counts) as period,
           (array_agg(value order by period desc) filter (where counts))[1] as value,
           (array_agg(value order by period desc) filter (where counts))[2] as previous,
           count(*) filter (where state = 'submitted') as waiting
    from (select *, state in ('approved', 'accepted') as counts from filed) x
    group by centre, kpi
) f on f.centre = t.centre and f.kpi = t.kpi
