-- An underpass with one device, whose code is its own, that measures the water in it.
with point as (
    insert into risk_point (district, centre, path, code, kind, name_zh, name_en, grade, place)
    select c.district, c.id, c.path, $1, 'underpass', $1 || '下穿道', $1 || ' underpass', 3, c.label
    from centre c
    where c.code = $2
    returning id, district, centre, path, place
), device as (
    insert into device (district, centre, path, code, risk_point, kind, name_zh, name_en, stage, period_s, place)
    select p.district, p.centre, p.path, $1, p.id, 'level', $1 || '水位计', $1 || ' gauge', 'used', 60, p.place
    from point p
    returning id, district, centre, path, risk_point
)
insert into datastream (district, centre, path, device, risk_point, quantity)
select d.district, d.centre, d.path, d.id, d.risk_point, 'water_depth'
from device d
returning id
