-- Warnings of six months that came and went, each with its closed event. $1 now.
with series as (
    select s.id, s.risk_point, s.path, s.centre, p.place, p.name_zh, p.name_en, r.id as rule, r.title_zh, r.title_en, r.bands, r.category,
           q.decimals, row_number() over (order by s.id) - 1 as seq, count(*) over () as n
    from datastream s
    join risk_point p on p.id = s.risk_point
    join quantity q on q.code = s.quantity
    join lateral (
        select rule.* from rule
        where rule.quantity = s.quantity and (rule.risk_point = p.id or rule.risk_kind = p.kind)
        order by rule.risk_point nulls last limit 1
    ) r on true
), drawn as (
    select i, demo.dice('past level' || i) as luck,
           $1::timestamptz - interval '2 days' - make_interval(secs => 15300000 * demo.dice('past at' || i)) as raised_at,
           make_interval(mins => 15 + floor(400 * demo.dice('past span' || i) ^ 2)::integer) as lasted,
           floor(demo.dice('past series' || i) * (select max(n) from series))::bigint as seq
    from generate_series(1, 1400) i
), leveled as (
    select d.*, s.id as datastream, s.risk_point, s.path, s.centre, s.place, s.name_zh, s.name_en, s.rule, s.title_zh, s.title_en,
           s.category, s.decimals, b.rank, b.raise
    from drawn d
    join series s on s.seq = d.seq
    cross join lateral (
        select array_position(array['blue', 'yellow', 'orange', 'red'], x ->> 'level') as rank, (x ->> 'raise')::double precision as raise
        from jsonb_array_elements(s.bands) x
        order by abs(array_position(array['blue', 'yellow', 'orange', 'red'], x ->> 'level')
                     - case when d.luck < 0.56 then 1 when d.luck < 0.86 then 2 when d.luck < 0.97 then 3 else 4 end)
        limit 1
    ) b
), told as (
    select l.*, owner.id as owner, owner.path as owner_path, owner.district as owner_district, c.handle_min,
           replace(replace(l.title_zh, '{point}', l.name_zh), '{value}', round(l.raise::numeric, l.decimals)::text) as zh,
           replace(replace(l.title_en, '{point}', l.name_en), '{value}', round(l.raise::numeric, l.decimals)::text) as en,
           l.raised_at + l.lasted + make_interval(mins => 20 + floor(90 * demo.dice('past close' || l.i))::integer) as closed_at
    from leveled l
    join responsibility c on c.category = l.category
    join centre owner on owner.path @> l.path and owner.tier = c.tier
), closed as (
    insert into event (reported_at, district, centre, path, number, category, title_zh, title_en, level, state, source, risk_point, place,
                       place_centre, due_at, late, closed_at)
    select raised_at + interval '3 seconds', owner_district, owner, owner_path, '', category, zh, en, rank, 'closed', 'warning', risk_point,
           place, centre, raised_at + make_interval(mins => handle_min), closed_at > raised_at + make_interval(mins => handle_min), closed_at
    from told order by raised_at
    returning id, reported_at, risk_point
)
insert into warning (district, centre, path, rule, datastream, risk_point, level, worst, state, title_zh, title_en, value, value_at,
                     threshold, raised_at, acknowledged_at, acknowledged_by, cleared_at, event)
select owner_district, centre, path, rule, datastream, t.risk_point, rank, rank, 'cleared', zh, en, raise, raised_at + lasted, raise, raised_at,
       raised_at + interval '4 minutes', (select person from post where post.centre = t.owner_district and role = 'district_duty' order by id limit 1),
       raised_at + lasted, c.id
from told t
join closed c on c.risk_point = t.risk_point and c.reported_at = t.raised_at + interval '3 seconds'
