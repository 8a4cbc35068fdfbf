select coalesce(max(c.id), 0)
from change c
