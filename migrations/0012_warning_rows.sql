-- Warnings as lists show them, and the ways to find them.

create view warning_row with (security_invoker = true) as
select w.id, w.level, w.worst, w.state, w.title_zh, w.title_en, w.value, w.before_value, q.unit, q.decimals, w.threshold, r.direction,
       w.raised_at, w.value_at, w.stale, w.acknowledged_at, w.cleared_at, c.tag as centre_tag, w.path, w.district,
       d.name_zh as district_zh, d.name_en as district_en, w.risk_point, p.name_zh as point_zh, p.name_en as point_en,
       coalesce(p.place, v.place) as place, w.event, w.rule, w.datastream,
       exists (select from orders o where o.event = w.event and o.recalled_at is null) as ordered
from warning w
join rule r on r.id = w.rule
join quantity q on q.code = r.quantity
join datastream s on s.id = w.datastream
join device v on v.id = s.device
join centre_tag c on c.id = w.centre
join centre d on d.id = w.district
left join risk_point p on p.id = w.risk_point;
grant select on warning_row to cityhelm_app;

-- The city's own lists run over all districts.
create index warning_open_worst on warning (level desc, raised_at desc, id desc) where cleared_at is null;
create index warning_latest on warning (raised_at desc, id desc);
-- What the same rule last raised on the same series, and whether a span was warned of already.
create index warning_of_series on warning (datastream, rule, raised_at desc);
