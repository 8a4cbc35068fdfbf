-- Cases under one, oldest first.
select
    e.id, e.number, e.title_zh, e.title_en, e.category_zh, e.category_en, e.level, e.state, e.source, e.centre_tag,
    e.district_zh, e.district_en, e.reported_at, e.due_at, e.step_started_at, e.step_due_at, e.stopped_at, e.closed_at
from event_row e
where e.parent = $1
order by e.reported_at, e.id
limit $2
