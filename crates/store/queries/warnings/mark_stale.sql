-- Marks open warnings whose data is older than their rule allows.
update warning w
set stale = true
from rule r
where w.rule = r.id
    and w.cleared_at is null
    and not w.stale
    and w.value_at < $1::timestamptz - make_interval(secs => r.stale_after_s)
returning w.id, w.path::text
