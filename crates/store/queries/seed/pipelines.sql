insert into pipeline (district, centre, path, kind, name_zh, name_en, line)
select c.district, c.id, c.path, p ->> 'kind', p ->> 'name', p ->> 'name_en', st_multi(st_setsrid(st_geomfromgeojson(f -> 'geometry'), 4326))
from jsonb_array_elements($1::jsonb) f
cross join lateral (select f -> 'properties' as p) properties
join centre c on c.code = p ->> 'district'
order by p ->> 'code'
