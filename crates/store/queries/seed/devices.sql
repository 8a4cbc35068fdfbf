-- Devices and the series of those that measure something.
with made as (
    insert into device (district, centre, path, code, risk_point, kind, name_zh, name_en, stage, gateway, period_s, place)
    select p.district, p.centre, p.path, d.code, p.id, d.kind, d.name, d.name_en, d.stage, d.gateway, d.period_s,
           st_setsrid(st_makepoint(d.lon, d.lat), 4326)
    from jsonb_to_recordset($1::jsonb) as d (
        code text, risk_point text, kind text, name text, name_en text, lon double precision, lat double precision, stage text,
        gateway text, period_s integer)
    join risk_point p on p.code = d.risk_point
    order by d.code
    returning id, district, centre, path, code, risk_point
)
insert into datastream (district, centre, path, device, risk_point, quantity)
select m.district, m.centre, m.path, m.id, m.risk_point, q.quantity
from made m
join jsonb_to_recordset($1::jsonb) as q (code text, quantity text) on q.code = m.code and q.quantity <> ''
order by m.code
