-- What is wrong now: an event at the responsible centre and the warning behind it. $1 warnings of the situation; $2 now.
with wrong as (
    select w.*, $2::timestamptz - make_interval(mins => w.minutes) as raised_at, s.id as datastream, p.id as point, p.path as point_path,
           p.centre as township, p.place, p.name_zh, p.name_en, r.id as rule_id, r.title_zh, r.title_en, r.category,
           array_position(array['blue', 'yellow', 'orange', 'red'], w.level) as rank, q.decimals, c.handle_min, c.dispatch_min, c.verify_min,
           n.at as value_at, n.before_value, owner.id as owner, owner.path as owner_path, owner.district as owner_district
    from jsonb_to_recordset($1::jsonb) as w (
        risk_point text, device text, quantity text, rule text, level text, threshold double precision, value double precision,
        minutes integer, seen boolean, "order" text)
    join device d on d.code = w.device
    join datastream s on s.device = d.id and s.quantity = w.quantity
    join datastream_now n on n.datastream = s.id
    join quantity q on q.code = w.quantity
    join risk_point p on p.id = d.risk_point
    join rule r on r.code = w.rule
    join responsibility c on c.category = r.category
    join centre owner on owner.path @> p.path and owner.tier = c.tier
), titled as (
    select w.*, replace(replace(title_zh, '{point}', name_zh), '{value}', round(value::numeric, decimals)::text) as zh,
           replace(replace(title_en, '{point}', name_en), '{value}', round(value::numeric, decimals)::text) as en
    from wrong w
), opened as (
    insert into event (reported_at, district, centre, path, number, category, title_zh, title_en, description, level, state, source,
                       risk_point, place, place_centre, due_at, step_started_at, step_due_at, late)
    select raised_at + interval '3 seconds', owner_district, owner, owner_path, '', category, zh, en, '', rank,
           case when "order" = 'done' then 'handled_back' when "order" is not null then 'handling' when seen then 'registered' else 'reported' end,
           'warning', point, place, township, raised_at + make_interval(mins => handle_min),
           case when "order" = 'done' then $2::timestamptz - make_interval(mins => least(minutes, verify_min) / 2) else raised_at end,
           case when "order" = 'done' then $2::timestamptz + make_interval(mins => verify_min / 2)
                else raised_at + make_interval(mins => case when "order" is null then dispatch_min else handle_min end) end,
           minutes > handle_min
    from titled order by raised_at, risk_point
    returning id, risk_point
)
insert into warning (district, centre, path, rule, datastream, risk_point, level, worst, state, title_zh, title_en, value, before_value,
                     value_at, threshold, raised_at, acknowledged_at, acknowledged_by, event)
select owner_district, township, point_path, rule_id, datastream, point, rank, rank,
       case when seen then 'acknowledged' else 'raised' end, zh, en, value, before_value, value_at, threshold, raised_at,
       case when seen then raised_at + make_interval(secs => 60 + least(minutes, 12) * 20) end,
       case when seen then (select person from post where centre = t.owner_district and role = 'district_duty' order by id limit 1) end, o.id
from titled t
join opened o on o.risk_point = t.point
