-- One more device, whose code is its own, that measures the water in an underpass.
with device as (
    insert into device (district, centre, path, code, risk_point, kind, name_zh, name_en, stage, period_s, place)
    select p.district, p.centre, p.path, $1, p.id, 'level', $1 || '水位计', $1 || ' gauge', 'used', 60, p.place
    from risk_point p
    where p.code = $2
    returning id, district, centre, path, risk_point
)
insert into datastream (district, centre, path, device, risk_point, quantity)
select d.district, d.centre, d.path, d.id, d.risk_point, 'water_depth'
from device d
