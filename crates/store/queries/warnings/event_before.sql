-- The case that the same rule on the same series opened last, if it still needs somebody: a warning that returns belongs to it.
select w.event, e.number
from warning w
join event e on e.id = w.event
where w.datastream = $1 and w.rule = $2 and e.state not in ('closed', 'rejected', 'merged', 'void')
order by w.raised_at desc
limit 1
