-- The days that differ from Monday to Friday, from a day on: what is past no clock asks for.
select d.day, d.works
from work_day d
where d.day >= $1
