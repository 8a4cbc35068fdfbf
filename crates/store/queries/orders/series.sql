-- What the case's first warning measured, from an hour before it was raised, at most 500 points.
with raised as (
    select w.datastream, w.rule, w.worst, w.raised_at, w.title_zh
    from warning w
    where w.event = $1
    order by w.worst desc, w.raised_at, w.id
    limit 1
), measured as (
    select r.at, r.value, row_number() over (order by r.at) as n, count(*) over () as all_n
    from reading r, raised w
    where r.datastream = w.datastream and r.at >= w.raised_at - interval '1 hour' and r.at <= $2
        and r.at >= $2 - interval '3 days'
)
select
    coalesce(p.name_zh || ' · ', '') || q.name_zh as name_zh, coalesce(p.name_en || ' · ', '') || q.name_en as name_en,
    q.unit, u.bands, w.worst,
    coalesce((
        select json_agg(json_build_array(m.at, m.value) order by m.at)
        from measured m
        where m.n % (1 + m.all_n / 500) = 0 or m.n = m.all_n
    ), '[]'::json) as points
from raised w
join datastream d on d.id = w.datastream
join quantity q on q.code = d.quantity
join rule u on u.id = w.rule
left join risk_point p on p.id = d.risk_point
