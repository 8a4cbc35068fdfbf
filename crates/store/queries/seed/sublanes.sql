insert into sublane (code, lane, seq, name_zh, name_en)
select s ->> 'code', s ->> 'lane', seq, s ->> 'name', s ->> 'name_en'
from jsonb_array_elements($1::jsonb) with ordinality as x (s, seq)
