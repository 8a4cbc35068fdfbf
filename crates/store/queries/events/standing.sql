select s.parts, s.reported, s.approved, s.commander
from event_standing($1) s
