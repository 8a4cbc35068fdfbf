insert into indicator_now (district, centre, path, indicator, at, value, level)
select k.district, k.centre, k.path::ltree, k.indicator, k.at, k.value, k.level
from unnest($1::bigint[], $2::bigint[], $3::text[], $4::text[], $5::timestamptz[], $6::double precision[], $7::smallint[])
    as k (district, centre, path, indicator, at, value, level)
order by k.centre, k.indicator
on conflict on constraint indicator_now_pkey do update
set at = excluded.at, value = excluded.value, level = excluded.level
