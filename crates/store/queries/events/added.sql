insert into event (
    reported_at, district, centre, path, shared_with, number, category, title_zh, title_en, description, level, state, source,
    risk_point, place_centre, place, reporter, due_at, step_due_at, step_started_at, address, reference, parent,
    list_version)
select
    $2, c.district, c.id, c.path, case when p.id is null or p.id = c.id then '{}'::ltree[] else array[p.path] end, '',
    $3, $4, $5, $6, $7, $8, $9, $10, p.id, coalesce(k.place, st_setsrid(st_makepoint($15, $16), 4326), p.label), $11, $12, $13, $2,
    $17, $18, $19, $20
from centre c
left join centre p on p.id = $14
left join risk_point k on k.id = $10
where c.id = $1
returning id
