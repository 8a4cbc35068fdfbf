-- Whoever moves a case waits here for whoever is moving it.
select e.state, e.state_before
from event e
where e.id = $1
for update
