-- Centres that take part in a case ($1) under a lead ($2): it may order them in this case.
select t.tag
from event_helper h
join event e on e.id = h.event
join centre_tag t on t.id = h.centre
where h.event = $1 and e.centre = $2 and h.centre <> $2 and h.state in ('helping', 'done')
order by h.named_at, h.centre
limit 100
