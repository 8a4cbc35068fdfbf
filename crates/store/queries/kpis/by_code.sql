select k.id, k.period, s.lane, k.tiers
from kpi k
join sublane s on s.code = k.sublane
where k.code = $1
