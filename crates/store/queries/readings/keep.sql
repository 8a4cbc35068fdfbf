-- Keeps what is new and says what that was. The keys come in order, so that two servers never wait for each other in a ring.
insert into reading (district, datastream, at, value, received_at)
select r.district, r.datastream, r.at, r.value, $5
from unnest($1::bigint[], $2::bigint[], $3::timestamptz[], $4::double precision[]) as r (district, datastream, at, value)
order by r.datastream, r.at
on conflict (datastream, at) do nothing
returning datastream, at
