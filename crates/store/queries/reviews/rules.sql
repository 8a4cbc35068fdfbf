-- The rules that open reviews, in their order.
select r.code, r.trigger, r.name_zh, r.name_en, r.level, r.times, r.days, r.in_force
from review_rule r
order by r.seq
