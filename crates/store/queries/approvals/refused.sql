-- How often a case was refused what it asked for.
select count(*)
from approval a
where a.event = $1 and a.kind = $2 and a.state = 'refused'
