-- Helping centres of a case, in the order they were named; the lead itself is none.
select
    t.tag as centre_tag, h.state, h.task, p.name as named_by, h.named_at, d.tag as decider_tag, h.done_at, h.note
from event_helper h
join centre_tag t on t.id = h.centre
join centre_tag d on d.id = h.decider
join person p on p.id = h.named_by
join event e on e.id = h.event
where h.event = $1 and h.centre <> e.centre
order by h.named_at, h.centre
limit 100
