-- The same sign in the centres directly below, worst first.
select t.tag, n.value, coalesce(n.level, 0::smallint) as level
from centre c
join centre_tag t on t.id = c.id
join indicator i on i.code = $2 and c.tier = any (i.tiers)
left join indicator_now n on n.centre = c.id and n.indicator = i.code
where c.parent = $1
order by n.level desc nulls last, case i.direction when 'below' then -n.value else n.value end desc nulls last, c.code
