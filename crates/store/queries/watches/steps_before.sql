-- For each watch its last step before a moment.
select k.rule, k.datastream, s.state
from unnest($1::bigint[], $2::bigint[], $3::timestamptz[]) as k (rule, datastream, at)
cross join lateral (
    select o.state
    from watch_step o
    where o.datastream = k.datastream and o.rule = k.rule and o.at < k.at
    order by o.at desc
    limit 1
) s
