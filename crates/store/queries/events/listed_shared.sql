-- Cases of elsewhere that a district ($1) or a centre below it ($2) has a part in, latest first; otherwise as `listed.sql`.
select
    e.id, e.number, e.title_zh, e.title_en, e.category_zh, e.category_en, e.level, e.state, e.source, e.centre_tag,
    e.district_zh, e.district_en, e.reported_at, e.due_at, e.step_started_at, e.step_due_at, e.stopped_at, e.closed_at
from event_share s
join event_row e on e.id = s.event and e.reported_at = s.reported_at
where s.district = $1
    and ($2::text is null or e.shared_with <@ $2::ltree)
    and ($3::boolean or s.state not in ('closed', 'rejected', 'merged', 'void'))
    and ($4::text is null or s.state = $4)
    and ($5::smallint is null or e.level = $5)
    and ($6::text[] is null or e.category = any($6))
    -- $7, the words, is for `found.sql`.
    and $7::text is null
    and ($13::timestamptz is null or s.reported_at >= $13)
    and ($14::timestamptz is null or s.reported_at < $14)
    and ($8::text is null or $8 = case_lamp_at(
        e.state, e.closed_at, e.reported_at, e.due_at, e.step_started_at, e.step_due_at, e.stopped_at, $9))
    and ($10::timestamptz is null or (s.reported_at, s.event) < ($10, $11))
    and ($15::bigint is null or e.centre = $15 and e.state = any($16))
order by s.reported_at desc, s.event desc
limit $12
