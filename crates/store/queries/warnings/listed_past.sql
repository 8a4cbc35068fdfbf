-- Warnings that are over, latest first, bounded as `listed_open.sql` is.
select
    w.id, w.level, w.worst, w.state, w.title_zh, w.title_en, w.value, w.before_value, w.unit, w.decimals, w.threshold, w.direction,
    w.raised_at, w.value_at, w.stale, w.cleared_at, w.centre_tag, w.district_zh, w.district_en, w.risk_point, w.point_zh,
    w.point_en, st_x(w.place) as longitude, st_y(w.place) as latitude,
    -- A case that the reader does not see is no way to go on.
    (select e.id from event e where e.id = w.event) as event, w.ordered
from warning_row w
where w.cleared_at is not null
    and ($1::bigint is null or w.district = $1)
    and ($2::text is null or w.path <@ $2::ltree)
    and ($3::smallint is null or w.worst = $3)
    and ($4::timestamptz is null or (w.raised_at, w.id) < ($4, $5))
order by w.raised_at desc, w.id desc
limit $6
