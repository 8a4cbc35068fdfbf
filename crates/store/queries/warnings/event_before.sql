-- The case still open that a rising warning belongs to: the one that the same rule on the same series opened last, else the one
-- that another series at the same risk point opened for the same category. One water is one case, however many gauges see it.
select f.event
from (
    (select w.event, 1 as nearness, w.raised_at
     from warning w
     join event e on e.id = w.event
     where w.datastream = $1 and w.rule = $2 and e.state not in ('closed', 'rejected', 'merged', 'void')
     order by w.raised_at desc
     limit 1)
    union all
    (select e.id, 2, e.reported_at
     from event e
     where e.risk_point = $3 and e.category = $4 and e.source = 'warning'
       and e.state not in ('closed', 'rejected', 'merged', 'void')
     order by e.reported_at desc
     limit 1)
) f
order by f.nearness
limit 1
