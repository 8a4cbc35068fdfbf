-- The requests of a case, latest first.
select
    a.id, a.event, e.number, e.title_zh, e.title_en, a.kind, a.state, a.minutes, a.reason, c.tag as centre_tag,
    coalesce(asker.name, '') as asked_by, a.asked_at, d.tag as decider_tag, coalesce(judge.name, '') as decided_by,
    a.decided_at, a.answer, t.tag as taker_tag
from approval a
join event e on e.id = a.event
join centre_tag c on c.id = a.centre
join centre_tag d on d.id = a.decider
left join centre_tag t on t.id = a.taker
left join person asker on asker.id = a.asked_by
left join person judge on judge.id = a.decided_by
where a.event = $1
order by a.asked_at desc, a.id desc
limit 200
