insert into plan (
    district, centre, path, code, version, name_zh, name_en, scene_zh, scene_en, level, risk_kind, risk_point, category)
select
    c.district, c.id, c.path, $1, $2, $1, $1, '示例', 'example', $4, $5,
    (select p.id from risk_point p where p.code = $6), $7
from centre c
where c.code = $3
returning id
