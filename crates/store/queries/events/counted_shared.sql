-- How many cases `listed_shared.sql` has in all, as far as it is counted.
select count(*)
from (
    select
    from event_share s
    join event e on e.id = s.event and e.reported_at = s.reported_at
    where s.district = $1
        and ($2::text is null or e.shared_with <@ $2::ltree)
        and ($3::boolean or s.state not in ('closed', 'rejected', 'merged', 'void'))
        and ($4::text is null or s.state = $4)
        and ($5::smallint is null or e.level = $5)
        and ($6::text[] is null or e.category = any($6))
        and $7::text is null
        and ($8::text is null or $8 = case_lamp_at(
            e.state, e.closed_at, e.reported_at, e.due_at, coalesce(e.step_started_at, e.reported_at), e.step_due_at,
            e.stopped_at, $9))
        and ($10::timestamptz is null or s.reported_at >= $10)
        and ($11::timestamptz is null or s.reported_at < $11)
        and ($12::bigint is null or e.centre = $12 and e.state = any($13))
    order by s.reported_at desc, s.event desc
    limit $14
) counted
