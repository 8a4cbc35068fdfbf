-- Plans for a place, best first: for the very point, for its kind, for the category of case; of these the one for the case's
-- level, or failing that the next below it; of these the nearest centre's. Only a centre above the place, or the place's own,
-- may plan for it.
select
    p.id, p.code, p.name_zh, p.name_en, p.level, p.version, p.centre_tag, p.kind_zh, p.kind_en, p.steps
from plan_row p
cross join lateral (
    select case
        when p.risk_point = $1 then 0
        when p.risk_point is null and p.risk_kind = $2 then 1
        when p.risk_point is null and p.risk_kind is null and p.category = $3 then 2
        end as distance
) fit
where fit.distance is not null
    and p.path @> (select c.path from centre c where c.id = $4)
    and p.retired_at is null
    and p.steps > 0
    and not exists (select from plan newer where newer.code = p.code and newer.version > p.version)
order by fit.distance, p.level > $5::smallint, abs(p.level - $5::smallint), nlevel(p.path) desc, p.id
limit 20
