insert into warning (
    district, centre, path, rule, datastream, risk_point, level, worst, state, title_zh, title_en, value, before_value, value_at,
    threshold, raised_at, event)
values ($1, $2, $3::ltree, $4, $5, $6, $7, $8, 'raised', $9, $10, $11, $12, $13, $14, $15, $16)
returning id
