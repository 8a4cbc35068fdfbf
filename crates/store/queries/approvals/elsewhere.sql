-- What waits for a centre ($1, its path $2) beside requests, decided on pages of its own, the first of each kind: explanations
-- to be judged, not one's own ($3); appeals; consents to help.
(
    select 'explanation' as kind, a.orders as id, o.title_zh, o.title_en, e.given_at as since
    from explanation e
    join assignment a on a.id = e.assignment
    join orders o on o.id = a.orders
    where e.state = 'given' and e.issuer_path = $2::ltree and e.given_by <> $3
    order by e.given_at
    limit 50
)
union all
(
    select 'appeal', x.event, e.title_zh, e.title_en, x.filed_at
    from rate_appeal x
    join event e on e.id = x.event
    where x.decider = $1 and x.state = 'filed'
    order by x.filed_at
    limit 50
)
union all
(
    select 'helper', h.event, e.title_zh, e.title_en, h.named_at
    from event_helper h
    join event e on e.id = h.event
    where h.decider = $1 and h.state = 'asked'
    order by h.named_at
    limit 50
)
