insert into lane (code, board, township_board, seq, name_zh, name_en)
select l ->> 'code', l ->> 'board', l ->> 'township_board', seq, l ->> 'name', l ->> 'name_en'
from jsonb_array_elements($1::jsonb) with ordinality as x (l, seq)
