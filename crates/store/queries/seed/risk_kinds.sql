insert into risk_kind (code, name_zh, name_en)
select code, name, name_en from jsonb_to_recordset($1::jsonb) as k (code text, name text, name_en text)
