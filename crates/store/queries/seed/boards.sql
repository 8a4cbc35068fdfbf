insert into board (code, seq, tier, name_zh, name_en)
select b ->> 'code', seq, b ->> 'tier', b ->> 'name', b ->> 'name_en'
from jsonb_array_elements($1::jsonb) with ordinality as x (b, seq)
