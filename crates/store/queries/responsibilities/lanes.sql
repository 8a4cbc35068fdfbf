-- Lanes that a category may belong to.
select l.code, l.name_zh, l.name_en
from lane l
order by l.board, l.seq
