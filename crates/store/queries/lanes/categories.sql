-- The categories of cases that belong to a lane.
select r.category
from responsibility r
where r.lane = $1
order by r.category
