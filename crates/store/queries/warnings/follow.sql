-- Open warnings with the newest value. A level that rises wants to be acknowledged anew.
update warning w
set level = k.level,
    worst = k.worst,
    raised_at = k.raised_at,
    state = case when k.level > w.level then 'raised' else w.state end,
    acknowledged_at = case when k.level > w.level then null else w.acknowledged_at end,
    acknowledged_by = case when k.level > w.level then null else w.acknowledged_by end,
    title_zh = k.title_zh,
    title_en = k.title_en,
    before_value = coalesce(k.before_value, case when k.value_at > w.value_at then w.value else w.before_value end),
    value = k.value,
    value_at = k.value_at,
    threshold = k.threshold,
    stale = false
from unnest(
    $1::bigint[], $2::smallint[], $3::smallint[], $4::timestamptz[], $5::text[], $6::text[], $7::double precision[],
    $8::double precision[], $9::timestamptz[], $10::double precision[])
    as k (id, level, worst, raised_at, title_zh, title_en, before_value, value, value_at, threshold)
where w.id = k.id and w.cleared_at is null
