insert into watch_step (rule, datastream, at, state)
select k.rule, k.datastream, k.at, k.state
from unnest($1::bigint[], $2::bigint[], $3::timestamptz[], $4::jsonb[]) as k (rule, datastream, at, state)
on conflict on constraint watch_step_pkey do update set state = excluded.state
