-- What devices in use would report now, were it an ordinary day: about what they did last, for those whose time it is. $1 now.
-- Spread over their period, at least a minute, so that not all speak at once.
select d.code as device, s.quantity, d.gateway,
       greatest(q.min_value, least(q.max_value, round((n.value + 4 * 10.0 ^ -q.decimals
           * (demo.dice(d.code || $1::timestamptz) - 0.5))::numeric, q.decimals)::double precision)) as value
from datastream s
join device d on d.id = s.device and d.stage in ('used', 'operated') and d.gateway is not null
join datastream_now n on n.datastream = s.id
join quantity q on q.code = s.quantity
where n.at < $1::timestamptz - make_interval(secs => greatest(60, least(d.period_s, 900)) * (0.8 + 0.4 * demo.dice(d.code)))
  -- Those that fell silent when the demo was made are broken and stay so.
  and (n.at > $1::timestamptz - interval '1 day' or d.code ~ '-1$' or demo.dice('silent' || d.code) >= 0.02)
