delete from watch_step s
using unnest($1::bigint[], $2::bigint[], $3::timestamptz[]) as k (rule, datastream, at)
where s.datastream = k.datastream and s.rule = k.rule and s.at >= k.at
