-- Whether somebody holds a post; nobody else gets it until the transaction ends.
select p.person is not distinct from $2
from post p
where p.id = $1
for share of p
