select c.children, c.children_open
from event_children($1) c
