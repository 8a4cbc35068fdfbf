-- One warning, with what its page asks for next.
select
    w.id, w.level, w.worst, w.state, w.title_zh, w.title_en, w.value, w.before_value, w.unit, w.decimals, w.threshold, w.direction,
    w.raised_at, w.value_at, w.stale, w.cleared_at, w.centre_tag, w.district_zh, w.district_en, w.risk_point, w.point_zh,
    w.point_en, st_x(w.place) as longitude, st_y(w.place) as latitude,
    -- A case that the reader does not see is no way to go on.
    (select e.id from event e where e.id = w.event) as event, w.ordered,
    w.path::text as path, w.datastream, r.bands
from warning_row w
join rule r on r.id = w.rule
where w.id = $1
