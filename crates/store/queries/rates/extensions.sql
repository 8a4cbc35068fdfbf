-- Extensions that a case was granted.
select count(*)
from approval a
where a.event = $1 and a.kind = 'extension' and a.state = 'granted'
