select
    p.id, p.code, p.name_zh, p.name_en, p.kind, k.name_zh as kind_zh, k.name_en as kind_en, p.grade, p.warned, t.tag as centre_tag,
    d.name_zh as district_zh, d.name_en as district_en, st_x(p.place) as longitude, st_y(p.place) as latitude,
    (select count(*) from device v where v.risk_point = p.id) as devices
from risk_point p
join risk_kind k on k.code = p.kind
join centre_tag t on t.id = p.centre
join centre d on d.id = p.district
where p.id = $1
