-- Signs that readings make, for each centre of their tiers, where they are not what is written down already.
with measured as (
    select c.id as centre, c.district, c.path, i.code, max(n.at) as at,
        case i.aggregation
            when 'max' then max(n.value)
            when 'min' then min(n.value)
            when 'sum' then sum(n.value)
            when 'mean' then avg(n.value)
            else (array_agg(n.value order by n.at desc))[1]
        end as value
    from indicator i
    join datastream s on s.quantity = i.quantity and (i.risk_point is null or s.risk_point = i.risk_point)
    left join risk_point p on p.id = s.risk_point
    join datastream_now n on n.datastream = s.id and n.at > $1::timestamptz - make_interval(secs => i.stale_after_s)
    join centre c on c.path @> s.path and c.tier = any (i.tiers)
    where i.aggregation is not null and (i.risk_kind is null or i.risk_kind = p.kind)
    group by c.id, i.code
)
select m.district, m.centre, m.path::text, m.code, m.at, m.value, i.direction, i.bands
from measured m
join indicator i on i.code = m.code
left join indicator_now o on o.centre = m.centre and o.indicator = m.code
where o.centre is null or (m.at, m.value) is distinct from (o.at, o.value)
