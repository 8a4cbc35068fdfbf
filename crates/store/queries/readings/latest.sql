-- The newest value of each series, unless a newer one is there already.
insert into datastream_now as n (datastream, district, path, at, value, before_value)
select r.datastream, r.district, r.path::ltree, r.at, r.value, r.before_value
from unnest($1::bigint[], $2::bigint[], $3::text[], $4::timestamptz[], $5::double precision[], $6::double precision[])
    as r (datastream, district, path, at, value, before_value)
order by r.datastream
on conflict (datastream) do update
set at = excluded.at, value = excluded.value, before_value = coalesce(excluded.before_value, n.value)
where excluded.at > n.at
