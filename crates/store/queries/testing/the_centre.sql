select c.id, c.code, c.path::text, c.tier, c.name_zh, c.name_en, c.short_zh, c.short_en, c.district
from centre c
where c.code = $1
