select r.category, r.name_zh, r.name_en
from responsibility r
order by r.class, r.category
