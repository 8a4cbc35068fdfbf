-- The rules that hold at a moment, step by step; those of the city have no district.
select f.district, s.level, s.step, s.share, s.past_min
from supervision_in_force($1) f
join supervision_rule s on s.rules = f.rules
