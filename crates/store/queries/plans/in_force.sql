-- A plan that a place may use: in force in its newest edition, with steps, of a centre above the place or its own.
select p.id, p.code, p.name_zh, p.name_en, p.level, p.version, p.centre_tag, p.kind_zh, p.kind_en, p.steps
from plan_row p
where p.id = $1 and p.retired_at is null and p.steps > 0
    and not exists (select from plan newer where newer.code = p.code and newer.version > p.version)
    and p.path @> (select c.path from centre c where c.id = $2)
