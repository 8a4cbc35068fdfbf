-- What a day is in the calendar; whoever changes it waits here for whoever is changing it.
select d.works
from work_day d
where d.day = $1
for update
