-- How long the stages took, in minutes. A stage ends when its last part has: one unsigned part, and it never did.
select
    (extract(epoch from o.first - e.reported_at) / 60)::bigint as to_order,
    (extract(epoch from o.signed - o.first) / 60)::bigint as to_accepted,
    (extract(epoch from o.done - o.first) / 60)::bigint as to_done,
    (extract(epoch from e.closed_at - e.reported_at) / 60)::bigint as to_closed
from event e
cross join lateral (
    select
        min(x.issued_at) as first,
        case when bool_and(a.accepted_at is not null) then max(a.accepted_at) end as signed,
        case when bool_and(a.done_at is not null) then max(a.done_at) end as done
    from orders x
    join assignment a on a.orders = x.id and a.state <> 'recalled'
    where x.event = e.id and x.recalled_at is null
) o
where e.id = $1
