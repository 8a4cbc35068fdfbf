-- Forgets steps that no late reading can ask for any more; the last one before that time is where a replay begins.
delete from watch_step s
where (s.datastream, s.rule, s.at) in (
    select o.datastream, o.rule, o.at
    from watch_step o
    where o.at < $1
      and exists (
          select from watch_step later
          where later.datastream = o.datastream and later.rule = o.rule and later.at > o.at and later.at < $1)
    limit $2)
