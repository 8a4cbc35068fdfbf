-- What watches a point, one row a series. A value is stale once three of the device's periods have passed without a new one.
select
    v.id as device, v.code, v.name_zh, v.name_en, v.stage, s.id as datastream, q.name_zh as quantity_zh, q.name_en as quantity_en,
    q.unit, q.decimals, n.value, n.at, coalesce(n.at < $2::timestamptz - make_interval(secs => 3 * v.period_s), false) as stale
from device v
left join datastream s on s.device = v.id
left join quantity q on q.code = s.quantity
left join datastream_now n on n.datastream = s.id
where v.risk_point = $1
order by v.code, q.code
limit 500
