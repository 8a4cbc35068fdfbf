-- How much of everything there is, with a print of what it says where two seedings must be alike.
select what, n, coalesce(print, 0)::bigint as print
from (
    select tier as what, count(*) as n, sum(hashtext(code || name_en || path::text)::bigint) as print from centre group by tier
    union all select 'board of the ' || tier, count(*), sum(hashtext(code)::bigint) from board group by tier
    union all select 'lane', count(*), sum(hashtext(code || name_en)::bigint) from lane
    union all select 'sublane', count(*), sum(hashtext(code || name_en)::bigint) from sublane
    union all select 'kpi', count(*), sum(hashtext(code || name_en)::bigint) from kpi
    union all select 'vital sign', count(*), sum(hashtext(code || name_en)::bigint) from indicator
    union all select 'vital sign in front', count(*), sum(front) from indicator where front is not null
    union all select 'kind of risk point', count(*), sum(hashtext(code)::bigint) from risk_kind
    union all select 'risk point', count(*), sum(hashtext(code || name_en || st_astext(place))::bigint) from risk_point
    union all select 'device', count(*), sum(hashtext(code || name_en || st_astext(place))::bigint) from device
    union all select 'gateway', count(*), 0 from gateway
    union all select 'plan', count(*), sum(hashtext(code || name_en)::bigint) from plan
    union all select 'person', count(*), sum(hashtext(login || name)::bigint) from person
    union all select 'demo account', count(*), sum(hashtext(login)::bigint) from demo_account
    union all select 'open warning', count(*), sum(hashtext(title_zh || raised_at)::bigint) from warning where cleared_at is null
    union all select 'warning', count(*), sum(hashtext(title_zh || raised_at)::bigint) from warning
    union all select 'event', count(*), sum(hashtext(number || title_zh || state || reported_at)::bigint) from event
    union all select 'open event', count(*), 0 from event where state not in ('closed', 'rejected', 'merged', 'void')
    union all select 'order', count(*), sum(hashtext(number || title_zh)::bigint) from orders
    union all select 'assignment', count(*), sum(hashtext(outline || state || path::text || due_at)::bigint) from assignment
    union all select 'assignment in order of time', count(*), 0 from assignment
        where isfinite(coalesce(accepted_at, issued_at)) and isfinite(coalesce(done_at, issued_at))
            and issued_at <= coalesce(accepted_at, issued_at) and coalesce(accepted_at, issued_at) <= coalesce(done_at, approved_at, 'infinity')
            and coalesce(done_at, issued_at) <= coalesce(approved_at, 'infinity')
    union all select 'late assignment', count(*), 0 from assignment where lamp = 'red'
    union all select 'red assignment', count(*), 0 from assignment where supervision = 'red'
    union all select 'kpi report', count(*), sum(hashtext(centre || '/' || kpi || '/' || period || '/' || value)::bigint) from kpi_report
    union all select 'reading', count(*), sum(hashtext(datastream || '/' || at || '/' || value)::bigint) from reading
    union all select 'vital sign reading', count(*), sum(hashtext(centre || indicator || at || value)::bigint) from indicator_value
    union all select 'review', count(*), sum(hashtext(event || state || opened_at)::bigint) from review
    union all select 'late improvement', count(*), 0 from improvement where late
) x
