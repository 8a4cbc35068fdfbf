update watch w
set state = k.state, last_at = k.last_at
from unnest($1::bigint[], $2::bigint[], $3::jsonb[], $4::timestamptz[]) as k (rule, datastream, state, last_at)
where w.datastream = k.datastream and w.rule = k.rule
