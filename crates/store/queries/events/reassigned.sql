-- A case of another centre ($2); the one that had it still sees it.
update event e
set district = c.district,
    centre = c.id,
    path = c.path,
    shared_with = array_remove(e.shared_with, e.path) || e.path
from centre c
where e.id = $1 and c.id = $2
