-- Trees of some parts, in the order in which they are locked.
select distinct a.root
from assignment a
where a.id = any($1)
order by a.root
