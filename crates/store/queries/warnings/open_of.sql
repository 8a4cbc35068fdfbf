-- Open warnings of rules on series; whoever moves one waits here for whoever is moving it.
select w.id, w.rule, w.datastream, w.level, w.state, w.raised_at, w.event, w.title_zh, w.title_en
from unnest($1::bigint[], $2::bigint[]) as k (rule, datastream)
join warning w on w.rule = k.rule and w.datastream = k.datastream and w.cleared_at is null
order by w.id
for update of w
