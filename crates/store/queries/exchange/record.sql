-- One case as another system ($2) reads it: what it does not own it knows by our number only.
select
    e.id, e.number, e.category, e.class, e.category_zh, e.category_en, e.title_zh, e.title_en, e.description, e.level, e.state,
    e.source, e.centre_tag, st_x(e.place) as longitude, st_y(e.place) as latitude, e.address,
    case when e.reporter = $2 then e.reference else '' end as reference,
    e.reported_at, e.due_at, e.step_due_at, e.late, e.closed_at, e.changed_at
from event_record e
where e.id = $1
