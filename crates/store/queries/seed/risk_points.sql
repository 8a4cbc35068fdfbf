insert into risk_point (district, centre, path, code, kind, name_zh, name_en, grade, place)
select c.district, c.id, c.path, p.code, p.kind, p.name, p.name_en,
       array_position(array['blue', 'yellow', 'orange', 'red'], p.grade), st_setsrid(st_makepoint(p.lon, p.lat), 4326)
from jsonb_to_recordset($1::jsonb) as p (
    code text, kind text, name text, name_en text, lon double precision, lat double precision, township text, grade text)
join centre c on c.code = p.township
order by p.code
