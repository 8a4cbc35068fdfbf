-- Plans in force whose name or code holds a text ($1), gravest first; of a place's ($2), only those it may use.
select
    p.id, p.code, p.name_zh, p.name_en, p.level, p.version, p.centre_tag, p.kind_zh, p.kind_en, p.steps
from plan_row p
where p.retired_at is null
    and p.steps > 0
    and not exists (select from plan newer where newer.code = p.code and newer.version > p.version)
    and ($2::bigint is null or p.path @> (select c.path from centre c where c.id = $2))
    and ($1 = '' or strpos(lower(concat_ws(' ', p.code, p.name_zh, p.name_en)), lower($1)) > 0)
order by p.level desc, p.id
limit 20
