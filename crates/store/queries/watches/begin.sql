-- Makes the rows of series seen for the first time, so that the lock that follows finds them.
insert into watch (rule, datastream, district, path, state, last_at)
select w.rule, w.datastream, w.district, w.path::ltree, '{"levels": [], "last_at": null, "last_value": null}'::jsonb, w.at
from unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::text[], $5::timestamptz[]) as w (rule, datastream, district, path, at)
order by w.datastream, w.rule
on conflict on constraint watch_pkey do nothing
