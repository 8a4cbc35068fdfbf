-- The oldest change still kept: a stream that knows only older ones starts anew.
select min(c.id)
from change c
