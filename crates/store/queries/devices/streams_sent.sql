-- The series that readings belong to. One row for each device that exists; `id` is null when it has no series of the quantity.
select
    d.code as device, sent.quantity, d.path::text as device_path,
    s.id, s.district, s.centre, s.path::text as path, s.risk_point, p.kind as risk_kind,
    coalesce(p.name_zh, d.name_zh) as point_zh, coalesce(p.name_en, d.name_en) as point_en,
    q.min_value, q.max_value, q.decimals
from unnest($1::text[], $2::text[]) as sent (device, quantity)
join device d on d.code = sent.device
left join datastream s on s.device = d.id and s.quantity = sent.quantity
left join quantity q on q.code = s.quantity
left join risk_point p on p.id = s.risk_point
