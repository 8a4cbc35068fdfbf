-- The same KPI in the centres directly below.
select t.tag as centre_tag, n.value, g.target
from centre c
join centre_tag t on t.id = c.id
join kpi k on k.id = $2 and c.tier = any(k.tiers)
left join kpi_now n on n.centre = c.id and n.kpi = k.id
left join kpi_target g on g.centre = c.id and g.kpi = k.id and g.year = $3
where c.parent = $1
order by c.code
