-- Classes of categories.
select distinct r.class, r.class_zh, r.class_en
from responsibility r
order by r.class
