-- Cases as `listed.sql` gives them, and with them those of `listed_shared.sql`, in whose text all words ($7) stand.
select
    e.id, e.number, e.title_zh, e.title_en, e.category_zh, e.category_en, e.level, e.state, e.source, e.centre_tag,
    e.district_zh, e.district_en, e.reported_at, e.due_at, e.step_started_at, e.step_due_at, e.stopped_at, e.closed_at
from events_found($1, $2::ltree, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, true, $15, $16) f
join event_row e on e.id = f.id and e.reported_at = f.reported_at
order by e.reported_at desc, e.id desc
