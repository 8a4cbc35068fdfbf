-- How many cases `listed.sql` has in all, as far as it is counted. The latest first: those lie in memory since they were listed.
select count(*)
from (
    select
    from event e
    where ($1::bigint is null or e.district = $1)
        and ($2::text is null or e.path <@ $2::ltree or e.shared_with <@ $2::ltree)
        and ($3::boolean or e.state not in ('closed', 'rejected', 'merged', 'void'))
        and ($4::text is null or e.state = $4)
        and ($5::smallint is null or e.level = $5)
        and ($6::text[] is null or e.category = any($6))
        and $7::text is null
        and ($8::text is null or $8 = case_lamp_at(
            e.state, e.closed_at, e.reported_at, e.due_at, coalesce(e.step_started_at, e.reported_at), e.step_due_at,
            e.stopped_at, $9))
        and ($10::timestamptz is null or e.reported_at >= $10)
        and ($11::timestamptz is null or e.reported_at < $11)
        and ($12::bigint is null or e.centre = $12 and e.state = any($13))
    order by e.reported_at desc, e.id desc
    limit $14
) counted
