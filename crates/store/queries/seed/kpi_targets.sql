-- This year's target of every KPI: the same everywhere for rates, shared out for what adds up. $1 sub-lanes with their KPIs; $2 now.
with wanted as (
    select k ->> 'code' as code, (k ->> 'target')::double precision as target
    from jsonb_array_elements($1::jsonb) s cross join lateral jsonb_array_elements(s -> 'kpis') k
)
insert into kpi_target (district, centre, path, kpi, year, target)
select c.district, c.id, c.path, k.id, extract(year from $2::timestamptz at time zone 'Asia/Shanghai'),
       round((w.target * case
           when c.tier = 'city' or k.unit in ('%', '‰', '', '分', '分钟', '小时', '天', '件', 'm²', 'μg/m³') or (k.unit = '个' and k.decimals > 0) then 1
           when c.tier = 'district' then (0.5 + demo.dice('share' || c.code)) / 39
           else (0.5 + demo.dice('share' || c.code)) / 1031 end)::numeric, k.decimals)::double precision
from kpi k
join wanted w on w.code = k.code
join centre c on c.tier = any (k.tiers)
