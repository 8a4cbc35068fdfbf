-- When the latest reading of a centre was measured, district by district: one step in the index each.
select max(n.at)
from centre d
cross join lateral (
    select o.at
    from datastream_now o
    where o.district = d.id and o.path <@ $1::ltree
    order by o.at desc
    limit 1
) n
where d.tier in ('city', 'district') and (d.path <@ $1::ltree or d.path @> $1::ltree)
