insert into datastream_now (datastream, district, path, at, value, before_value)
select s.id, s.district, s.path, r.at, r.value, r.before_value
from datastream s
cross join lateral (
    select at, value, lead(value) over (order by at desc) as before_value
    from reading where datastream = s.id order by at desc limit 1
) latest
cross join lateral (
    select latest.at, latest.value,
           (select b.value from reading b where b.datastream = s.id and b.at < latest.at order by b.at desc limit 1) as before_value
) r
