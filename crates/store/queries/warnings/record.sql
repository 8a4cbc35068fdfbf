-- A warning that was over before anybody could be told. Not written where one was told of in that span already.
insert into warning (
    district, centre, path, rule, datastream, risk_point, level, worst, state, title_zh, title_en, value, value_at,
    threshold, raised_at, cleared_at)
select $1, $2, $3::ltree, $4, $5, $6, $7, $7, 'cleared', $8, $9, $10, $11, $12, $13, $14
where not exists (
    select
    from warning w
    where w.datastream = $5 and w.rule = $4 and w.raised_at <= $14 and (w.cleared_at is null or w.cleared_at >= $13))
returning id
