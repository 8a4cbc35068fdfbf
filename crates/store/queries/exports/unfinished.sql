-- How many of somebody's exports are still to be made.
select count(*)
from export e
where e.person = $1 and e.state in ('waiting', 'running')
