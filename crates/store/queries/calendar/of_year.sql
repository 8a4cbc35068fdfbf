select d.day, d.works, d.name_zh, d.name_en, d.provisional
from work_day d
where d.day >= make_date($1, 1, 1) and d.day < make_date($1 + 1, 1, 1)
order by d.day
