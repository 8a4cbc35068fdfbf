-- $1 features with tier $4; $2 names by code; $3 which cell a township takes instead of its own.
with feature as (
    select f -> 'properties' as p, st_multi(st_setsrid(st_geomfromgeojson(f -> 'geometry'), 4326)) as shape
    from jsonb_array_elements($1::jsonb) f
), cell as (
    select code, cell from jsonb_to_recordset($3::jsonb) as x (code text, cell text)
), unit as (
    select own.p ->> 'code' as code, own.p, place.p as at, place.shape,
           row_number() over (order by own.p ->> 'code') as seq
    from feature own
    left join cell on cell.code = own.p ->> 'code'
    join feature place on place.p ->> 'code' = coalesce(cell.cell, own.p ->> 'code')
    where own.p ->> 'tier' = $4::text
), numbered as (
    select u.*, (select coalesce(max(id), 0) from centre) + u.seq as id from unit u
)
insert into centre (id, district, code, path, parent, tier, kind, name_zh, name_en, short_zh, short_en, placed, label, boundary)
overriding system value
select n.id, case when $4::text in ('city', 'district') then n.id else above.district end, n.code,
       case when above.path is null then l.step else above.path || l.step end, above.id, $4::text, n.p ->> 'kind', n.p ->> 'name',
       coalesce(name.name_en, n.p ->> 'name_en'), coalesce(name.short, n.p ->> 'name'), coalesce(name.short_en, n.p ->> 'name_en'),
       coalesce(n.at ->> 'placed', 'generated'),
       st_setsrid(st_makepoint((n.at ->> 'label_lon')::double precision, (n.at ->> 'label_lat')::double precision), 4326), n.shape
from numbered n
cross join lateral (select replace(n.code, '-', '_')::ltree as step) l
left join centre above on above.code = n.p ->> 'parent'
left join jsonb_to_recordset($2::jsonb) as name (code text, name_en text, short text, short_en text) on name.code = n.code
order by n.id
