-- Open warnings of the city ($1 and $2 null), a district ($1) or a centre below it ($1 and $2), worst and latest first. Planned
-- anew each time, so that what is not asked for folds away and a partial index over what is open serves.
select
    w.id, w.level, w.worst, w.state, w.title_zh, w.title_en, w.value, w.before_value, w.unit, w.decimals, w.threshold, w.direction,
    w.raised_at, w.value_at, w.stale, w.cleared_at, w.centre_tag, w.district_zh, w.district_en, w.risk_point, w.point_zh,
    w.point_en, st_x(w.place) as longitude, st_y(w.place) as latitude,
    -- A case that the reader does not see is no way to go on.
    (select e.id from event e where e.id = w.event) as event, w.ordered
from warning_row w
where w.cleared_at is null
    and ($1::bigint is null or w.district = $1)
    and ($2::text is null or w.path <@ $2::ltree)
    and ($3::text is null or w.state = $3)
    and ($4::smallint is null or w.level = $4)
    and ($5::smallint is null or (w.level, w.raised_at, w.id) < ($5, $6, $7))
order by w.level desc, w.raised_at desc, w.id desc
limit $8
