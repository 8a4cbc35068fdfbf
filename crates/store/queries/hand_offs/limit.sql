-- Minutes within which a case of a level is signed for.
select l.receive_min
from hand_off_limit l
where l.level = $1
