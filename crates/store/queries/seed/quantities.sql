insert into quantity (code, name_zh, name_en, unit, decimals, min_value, max_value)
select code, name, name_en, unit, decimals, min, max
from jsonb_to_recordset($1::jsonb) as q (
    code text, name text, name_en text, unit text, decimals smallint, min double precision, max double precision)
