select e.id
from explanation e
where e.id = $1
for update
