select
    p.id, p.code, p.name_zh, p.name_en, p.level, p.version, p.centre_tag, p.kind_zh, p.kind_en, p.steps,
    p.scene_zh, p.scene_en
from plan_row p
where p.id = $1
