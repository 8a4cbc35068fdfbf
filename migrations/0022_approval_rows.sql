-- A request as lists and pages show it, said once for every query that reads one.
create view approval_row with (security_invoker = true) as
select a.id, a.event, e.number, e.title_zh, e.title_en, a.kind, a.state, a.minutes, a.reason, c.tag as centre_tag,
       coalesce(asker.name, '') as asked_by, a.asked_at, a.decider, d.tag as decider_tag,
       coalesce(judge.name, '') as decided_by, a.decided_at, a.answer, t.tag as taker_tag
from approval a
join event e on e.id = a.event
join centre_tag c on c.id = a.centre
join centre_tag d on d.id = a.decider
left join centre_tag t on t.id = a.taker
left join person asker on asker.id = a.asked_by
left join person judge on judge.id = a.decided_by;
grant select on approval_row to cityhelm_app;
