-- Titles of eight characters drawn from the two thousand usual ones; one in 500 tells of water, one in 700 of a bridge.
insert into event (reported_at, district, centre, path, number, category, title_zh, title_en, level, state, source, due_at, closed_at)
select
    now() - n * interval '4 hours' / greatest($1::bigint / 1000, 1), c.id, c.id, c.path, '', 'c' || 1 + n % 80,
    (select string_agg(chr(20000 + (hashtextextended(n || 'w' || k, 7) & 2047)::integer), '') from generate_series(1, 8) k)
        || case when n % 500 = 0 then '积水' when n % 700 = 0 then '桥梁' else '' end,
    'case ' || n, 1, case when n % 50 = 0 then 'handling' else 'closed' end, 'hotline', now() + interval '4 hours',
    case when n % 50 = 0 then null else now() end
from generate_series(1, $1::bigint) n
join centre c on c.id = 2 + n % 39
