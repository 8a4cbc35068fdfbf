-- A warning that is over keeps the worst it reached, and in its title the value furthest on the dangerous side.
update warning w
set state = 'cleared',
    cleared_at = k.cleared_at,
    level = k.worst,
    worst = k.worst,
    raised_at = k.raised_at,
    title_zh = k.title_zh,
    title_en = k.title_en,
    before_value = case when k.value_at > w.value_at then w.value else w.before_value end,
    value = k.value,
    value_at = k.value_at,
    threshold = k.threshold,
    stale = false
from unnest(
    $1::bigint[], $2::smallint[], $3::timestamptz[], $4::timestamptz[], $5::text[], $6::text[], $7::double precision[],
    $8::timestamptz[], $9::double precision[])
    as k (id, worst, raised_at, cleared_at, title_zh, title_en, value, value_at, threshold)
where w.id = k.id and w.cleared_at is null
