-- Lanes that a category belongs to: those by which anything can be counted.
select l.code, l.name_zh, l.name_en
from lane l
where exists (select from responsibility r where r.lane = l.code)
order by l.board, l.seq
