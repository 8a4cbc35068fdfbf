-- Cases from the $1-th to the $2-th of $3, evenly over three years and all townships. The latest ten thousand are open, which is
-- what a city's people can have in hand, however long the history; of the others 98 in a hundred were closed.
insert into event (
    id, reported_at, district, centre, path, shared_with, number, category, title_zh, title_en, level, state, source, place, due_at,
    step_due_at, late, closed_at, changed_at, pairs)
overriding system value
select
    n.id, n.reported_at, c.district, c.id, c.path, case when n.id % 200 = 0 then array[s.path] else '{}' end,
    to_char(n.day, '"SJ"-YYYY-MMDD-') || lpad(n.id::text, greatest(6, length(n.id::text)), '0'), k.category, t.zh, t.en,
    case when n.luck < 70 then 1 when n.luck < 90 then 2 when n.luck < 98 then 3 else 4 end,
    n.state, case when n.luck % 3 = 0 then 'hotline' when n.luck % 3 = 1 then 'grid' else 'person' end,
    case when n.luck % 10 = 0 then c.label end, n.reported_at + interval '4 hours',
    case when n.closed_at is null then n.reported_at + interval '1 hour' end, n.luck % 12 = 0, n.closed_at,
    coalesce(n.closed_at, n.reported_at),
    t.pairs || k.pairs || c.pairs
from (
    select o.id, o.reported_at, o.luck, o.state, (o.reported_at at time zone 'Asia/Shanghai')::date as day,
        case when o.state = 'closed' then o.reported_at + (30 + o.luck * 3) * interval '1 minute' end as closed_at
    from (
        select g.id, date_trunc('day', now()) - interval '1080 days' + interval '1080 days' * (g.id::double precision / $3) as reported_at,
            ((g.id * 7907) % 100)::integer as luck,
            case
                when g.id > $3 - 10000 then (array['reported', 'accepted', 'registered', 'dispatched', 'handling', 'handling',
                    'handling', 'handled_back', 'verified', 'suspended'])[1 + g.id % 10]
                when g.id % 100 = 0 then 'void'
                when g.id % 100 = 1 then 'rejected'
                else 'closed' end as state
        from generate_series($1::bigint, $2::bigint) g (id)
    ) o
) n
join history.centre c on c.k = (n.id * 617) % 1031
join history.centre s on s.k = (n.id * 617 + 77) % 1031
join history.category k on k.k = (n.id * 31) % 80
join history.title t on t.k = (n.id * 7919) % 20000
