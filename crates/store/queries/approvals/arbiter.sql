-- The centre that decides for good whose case it is, and whether it has, if the case came to that.
select d.tag, a.state = 'granted'
from approval a
join centre_tag d on d.id = a.decider
where a.event = $1 and a.kind = 'arbitration' and a.state in ('asked', 'granted')
order by a.asked_at desc
limit 1
