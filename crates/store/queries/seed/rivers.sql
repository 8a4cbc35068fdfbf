insert into river (name_zh, name_en, kind, line)
select p ->> 'name',
       case p ->> 'name' when '长江' then 'Yangtze' when '嘉陵江' then 'Jialing' when '乌江' then 'Wu' else coalesce(p ->> 'name_en', '') end,
       p ->> 'kind', st_multi(st_setsrid(st_geomfromgeojson(f -> 'geometry'), 4326))
from jsonb_array_elements($1::jsonb) f
cross join lateral (select f -> 'properties' as p) properties
