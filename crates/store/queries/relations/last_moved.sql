-- Who moved a case last, and when.
select a.person, a.who, a.centre_zh, a.centre_en, a.at
from audit a
where a.event = $1 and a.verb in ('event_moved', 'event_pushed_up', 'event_pushed_down') and a.at >= $2
order by a.at desc, a.seq desc
limit 1
