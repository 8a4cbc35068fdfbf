-- One value in five minutes is kept, the last of them.
insert into indicator_value (district, centre, indicator, at, value)
select k.district, k.centre, k.indicator, date_bin('5 minutes', k.at, '2026-01-01Z'), k.value
from unnest($1::bigint[], $2::bigint[], $3::text[], $4::timestamptz[], $5::double precision[])
    as k (district, centre, indicator, at, value)
order by k.centre, k.indicator
on conflict (centre, indicator, at) do update set value = excluded.value
