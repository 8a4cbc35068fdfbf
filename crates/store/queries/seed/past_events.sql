-- Six months of cases from people, grids, the hotline and cameras, the latest of them still open. $1 phrases; $2 now.
with spot as (
    select zh, en, row_number() over () - 1 as seq from jsonb_to_recordset($1::jsonb -> 'spots') as s (zh text, en text)
), report as (
    select text, row_number() over () - 1 as seq from jsonb_array_elements_text($1::jsonb -> 'reports') as r (text)
), kind as (
    -- Emergencies are rare, street cases common.
    select r.*, sum(weight) over (order by category) - weight as from_share, sum(weight) over (order by category) as to_share, sum(weight) over () as total
    from (select *, (case class_zh when '突发事件' then 0.12 else 0.35 + demo.dice('weight' || category) * 2 end)
              / (1 + handle_min / 2500.0)::double precision as weight
          from responsibility where category not in ('heavy_rain', 'river_flood', 'reservoir_danger', 'crowd_gathering', 'rail_disruption')) r
), bucket as materialized (
    select b, k.category, k.name_zh, k.name_en, k.class_zh, k.tier,
           make_interval(mins => case when k.working_time then k.handle_min * 1440 / 420 else k.handle_min end) as allowed
    from generate_series(0, 1999) b
    join kind k on (b + 0.5) / 2000 * k.total >= k.from_share and (b + 0.5) / 2000 * k.total < k.to_share
), place as materialized (
    select t.id, t.path, t.district, t.label, d.path as district_path, row_number() over (order by t.id) - 1 as seq
    from centre t join centre d on d.id = t.district where t.tier = 'township'
), much as materialized (
    select (select count(*) from place) as places, (select count(*) from spot) as spots, (select count(*) from report) as reports
), drawn as materialized (
    select day.n as day, x.salt, floor(2000 * demo.dice(x.salt || 'kind'))::integer as bucket, floor(m.places * demo.dice(x.salt || 'place'))::bigint as place,
           floor(m.spots * demo.dice(x.salt || 'spot'))::bigint as spot, floor(m.reports * demo.dice(x.salt || 'report'))::bigint as report
    from generate_series(0, 180) as day (n)
    cross join lateral generate_series(1, 170 + floor(90 * demo.dice('busy' || day.n))::integer) i
    cross join lateral (select 'e' || day.n || '/' || i as salt) x
    cross join much m
), told as materialized (
    select d.salt, k.category, k.name_zh, k.name_en, k.class_zh, k.allowed, p.id as township, p.district,
           case k.tier when 'township' then p.id when 'district' then p.district else city.id end as owner,
           case k.tier when 'township' then p.path when 'district' then p.district_path else city.path end as owner_path,
           case k.tier when 'city' then city.id else p.district end as owner_district,
           st_translate(p.label, 0.012 * (demo.dice(d.salt || 'x') - 0.5), 0.012 * (demo.dice(d.salt || 'y') - 0.5)) as place,
           s.zh as spot_zh, s.en as spot_en, r.text as report,
           date_trunc('day', $2::timestamptz at time zone 'Asia/Shanghai') at time zone 'Asia/Shanghai' - make_interval(days => d.day)
               + make_interval(secs => 86400 * (0.23 + 0.36 * (demo.dice(d.salt || 't') + demo.dice(d.salt || 'u')))) as reported_at,
           case when demo.dice(d.salt || 'late') < 0.034 then 1.04 + 0.6 * demo.dice(d.salt || 'span') else 0.1 + 0.8 * demo.dice(d.salt || 'span') end as share,
           demo.dice(d.salt || 'fate') as fate, demo.dice(d.salt || 'source') as source, demo.dice(d.salt || 'level') as luck
    from drawn d
    join bucket k on k.b = d.bucket
    join place p on p.seq = d.place
    join spot s on s.seq = d.spot
    join report r on r.seq = d.report
    join centre city on city.tier = 'city'
), fated as (
    select t.*, t.reported_at + t.allowed * t.share as ends_at, t.reported_at + t.allowed as due_at,
           extract(epoch from $2::timestamptz - t.reported_at) / extract(epoch from t.allowed * t.share) as gone
    from told t
    where t.reported_at < $2::timestamptz
), settled as (
    select f.*, case when fate < 0.025 and gone > 0.1 then 'rejected' when fate < 0.032 then 'void' when gone >= 1 then 'closed'
        when fate > 0.985 and gone between 0.2 and 0.9 then 'suspended' when gone < 0.06 then 'reported' when gone < 0.14 then 'accepted'
        when gone < 0.24 then 'registered' when gone < 0.36 then 'dispatched' when gone < 0.82 then 'handling'
        when gone < 0.93 then 'handled_back' else 'verified' end as state
    from fated f
), stepped as (
    -- From which share of the case to which each step lasts; what is suspended was being handled.
    select s.*, t.from_gone, t.to_gone
    from settled s
    left join (values ('reported', 0.0, 0.06), ('accepted', 0.06, 0.14), ('registered', 0.14, 0.24), ('dispatched', 0.24, 0.82),
               ('handling', 0.24, 0.82), ('suspended', 0.24, 0.82), ('handled_back', 0.82, 0.93), ('verified', 0.93, 1.0))
         as t (state, from_gone, to_gone) on t.state = s.state
)
insert into event (reported_at, district, centre, path, number, category, title_zh, title_en, description, level, state, state_before, source,
                   place, place_centre, due_at, step_started_at, step_due_at, stopped_at, late, closed_at)
select reported_at, owner_district, owner, owner_path, '', category, spot_zh || name_zh, name_en || ' ' || spot_en, report,
       case when class_zh = '突发事件' then case when luck < 0.5 then 1 when luck < 0.9 then 2 else 3 end when luck < 0.9 then 1 else 2 end,
       state, case when state = 'suspended' then 'handling' end,
       case when source < 0.45 then 'grid' when source < 0.72 then 'hotline' when source < 0.87 then 'camera' else 'person' end,
       place, township, due_at,
       reported_at + allowed * share * from_gone, reported_at + allowed * (share * from_gone + to_gone - from_gone),
       case when state = 'suspended' then reported_at + allowed * share * least(gone, 0.5) end,
       case when state = 'closed' then ends_at > due_at when state in ('rejected', 'void') then false else $2::timestamptz > due_at end,
       case when state = 'closed' then ends_at end
from stepped
order by reported_at, salt
