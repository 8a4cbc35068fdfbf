select t.name, t.phone
from event_contact t
where t.event = $1
