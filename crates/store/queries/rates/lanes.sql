-- Lanes that a category belongs to, or did: those by which anything can be counted.
select l.code, l.name_zh, l.name_en
from lane l
where exists (select from responsibility_version r where r.lane = l.code and r.state = 'set')
order by l.board, l.seq
