select w.rule, w.datastream, w.state
from unnest($1::bigint[], $2::bigint[]) as k (rule, datastream)
join watch w on w.datastream = k.datastream and w.rule = k.rule
order by w.datastream, w.rule
for update of w
