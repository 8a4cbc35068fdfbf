-- Districts of the city ($1) with townships in each, as many as $2 in all, small squares side by side.
with city as (
    select c.id, c.path from centre c where c.code = $1
), new_district as (
    select n, nextval(pg_get_serial_sequence('centre', 'id')) as id, (510000 + n)::text as code
    from generate_series(1, $3) n
), made as (
    insert into centre (id, district, code, path, parent, tier, kind, name_zh, name_en, short_zh, short_en, placed, label, boundary)
    overriding system value
    select d.id, d.id, d.code, city.path || d.code, city.id, 'district', 'test', d.code || '中心', d.code, d.code, d.code, 'test',
        st_setsrid(st_makepoint(100 + d.n * 0.1, 20), 4326),
        st_multi(st_makeenvelope(100 + d.n * 0.1, 20, 100 + d.n * 0.1 + 0.1, 21, 4326))
    from new_district d, city
)
insert into centre (district, code, path, parent, tier, kind, name_zh, name_en, short_zh, short_en, placed, label, boundary)
select d.id, d.code || lpad(t.n::text, 4, '0'), city.path || d.code || (d.code || lpad(t.n::text, 4, '0')), d.id, 'township', 'test',
    '镇街' || t.n, t.n::text, t.n::text, t.n::text, 'test', st_setsrid(st_makepoint(100 + d.n * 0.1, 20), 4326),
    st_multi(st_makeenvelope(100 + d.n * 0.1, 20 + t.n * 0.0005, 100 + d.n * 0.1 + 0.1, 20 + t.n * 0.0005 + 0.0005, 4326))
from generate_series(1, $2) t (n)
join new_district d on d.n = t.n % $3 + 1, city
