-- Appeals that wait for a centre ($1) or that it made itself, latest first.
select
    a.id, a.entry, a.rate, r.name_zh as rate_zh, r.name_en as rate_en, a.event, e.number, e.title_zh, e.title_en, n.numerator,
    n.denominator, n.at, a.wanted, a.state, a.reason, c.tag as centre_tag, filer.name as filed_by, a.filed_at,
    d.tag as decider_tag, coalesce(judge.name, '') as decided_by, a.decided_at, a.answer
from (
    (select x.id from rate_appeal x
     where x.decider = $1 and x.state = 'filed' and ($2::timestamptz is null or (x.filed_at, x.id) < ($2, $3))
     order by x.filed_at desc, x.id desc limit $4)
    union
    (select x.id from rate_appeal x
     where x.centre = $1 and ($2::timestamptz is null or (x.filed_at, x.id) < ($2, $3))
     order by x.filed_at desc, x.id desc limit $4)
) found
join rate_appeal a on a.id = found.id
join rate_entry n on n.id = a.entry and n.at = a.entry_at
join rate r on r.code = n.rate and r.version = n.version
join event e on e.id = a.event
join centre_tag c on c.id = a.centre
join centre_tag d on d.id = a.decider
join person filer on filer.id = a.filed_by
left join person judge on judge.id = a.decided_by
order by a.filed_at desc, a.id desc
limit $4
