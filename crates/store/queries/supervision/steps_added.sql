insert into supervision_rule (rules, level, step, share, past_min)
select $1, n.level, n.step, n.share, n.past_min
from unnest($2::smallint[], $3::text[], $4::integer[], $5::integer[]) n (level, step, share, past_min)
