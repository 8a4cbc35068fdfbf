-- The steps of some versions.
select s.rules, s.level, s.step, s.share, s.past_min
from supervision_rule s
where s.rules = any($1)
