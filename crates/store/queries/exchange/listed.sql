-- Cases of the city ($1 and $2 null), a district ($1) or a centre below it ($1 and $2), in the order in which they changed.
-- Planned anew each time, so that what is not asked for folds away.
select
    e.id, e.number, e.category, e.class, e.category_zh, e.category_en, e.title_zh, e.title_en, e.description, e.level, e.state,
    e.source, e.centre_tag, st_x(e.place) as longitude, st_y(e.place) as latitude, e.address,
    case when e.reporter = $3 then e.reference else '' end as reference,
    e.reported_at, e.due_at, e.step_due_at, e.late, e.closed_at, e.changed_at
from event_record e
where ($1::bigint is null or e.district = $1)
    and ($2::text is null or e.path <@ $2::ltree or e.shared_with <@ $2::ltree)
    and ($4::text is null or e.state = $4)
    and ($5::text is null or e.class = $5)
    and ($6::text is null or e.category = $6)
    and ($7::text is null or e.reporter = $3 and e.reference <> '' and e.reference = $7)
    and ($8::timestamptz is null or e.changed_at >= $8)
    and ($9::timestamptz is null or (e.changed_at, e.id) > ($9, $10))
order by e.changed_at, e.id
limit $11
