insert into event (
    reported_at, district, centre, path, number, category, title_zh, title_en, level, state, source, risk_point, due_at)
select
    $2, c.district, c.id, c.path, '', $3, $4, $4, $5, $6, 'hotline', (select p.id from risk_point p where p.code = $7), $8
from centre c
where c.code = $1
returning id
