-- A square on the map, one tenth of a degree wide, east of the one before.
with new as (
    select nextval(pg_get_serial_sequence('centre', 'id')) as id
)
insert into centre (
    id, district, code, path, parent, tier, kind, name_zh, name_en, short_zh, short_en, placed, label, boundary)
overriding system value
select
    n.id, coalesce($5, n.id), $1, $2::ltree, (select p.id from centre p where p.path = subpath($2::ltree, 0, -1)),
    $3, 'test', $4, $1, $4, $1, 'test',
    st_setsrid(st_makepoint(106 + n.id * 0.1 + 0.05, 29.55), 4326),
    st_multi(st_makeenvelope(106 + n.id * 0.1, 29.5, 106 + n.id * 0.1 + 0.1, 29.6, 4326))
from new n
returning id
