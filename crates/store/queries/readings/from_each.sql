-- For each series what was measured from a moment on, in order of time.
select s.datastream, r.at, r.value
from unnest($1::bigint[], $2::timestamptz[]) as s (datastream, from_at)
join reading r on r.datastream = s.datastream and r.at >= s.from_at
order by s.datastream, r.at
