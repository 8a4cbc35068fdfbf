-- Plans in force that the asker's scope may use, gravest first.
select p.id, p.code, p.name_zh, p.name_en, p.level, p.version, p.centre_tag, p.kind_zh, p.kind_en, p.steps
from plan_row p
where p.retired_at is null
    and not exists (select from plan newer where newer.code = p.code and newer.version > p.version)
    and ($1::bigint is null or (-p.level, p.id) > ($1, $2))
order by p.level desc, p.id
limit $3
