-- The last 24 hours of signs that moved lately, a value an hour and the present one, and what they were an hour ago.
update indicator_now n
set spark = d.spark || n.value, hour_before = coalesce(d.hour_before, n.hour_before)
from (
    select o.centre, o.indicator, array_agg(v.value order by h.back desc) as spark,
        max(v.value) filter (where h.back = 1) as hour_before
    from indicator_now o
    cross join generate_series(1, 24) h (back)
    cross join lateral (
        select x.value
        from indicator_value x
        where x.centre = o.centre and x.indicator = o.indicator
            and x.at <= $1::timestamptz - make_interval(hours => h.back)
            and x.at > $1::timestamptz - make_interval(hours => h.back + 3)
        order by x.at desc
        limit 1
    ) v
    where o.at > $1::timestamptz - interval '10 minutes'
    group by o.centre, o.indicator
) d
where n.centre = d.centre and n.indicator = d.indicator
