-- How many parts were ever passed down from an assignment: the next one's outline goes on from there.
select count(*)
from assignment a
where a.parent_assignment = $1
