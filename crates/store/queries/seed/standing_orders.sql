-- Three orders of the city to many at once: all districts, the nine of the centre, all townships. $1 now.
with wanted as (
    select * from (values
        ('flood', '防汛Ⅳ级响应：全市巡查值守', 'Flood response IV: patrol and duty in the whole city', '24 小时值班，巡查水库、山塘、易涝点、地灾点并报送清单',
         '24-hour duty; patrol reservoirs, ponds, flood spots and geohazards and report them', '值班长', 'Duty chief', 2, 200, 720, 'district', ''),
        ('underpass', '下穿道排查：中心城区', 'Underpass check: the central districts', '逐一排查下穿道泵站、道闸、情报板，更换失效设备',
         'Check pumps, barriers and signs of every underpass, replace what has failed', '市政岗', 'Municipal officer', 1, 1500, 2880, 'district', '50010[345678 9]|500112|500113'),
        ('rock', '危岩巡查：1031 镇街', 'Dangerous-rock patrol: 1,031 townships', '巡查辖区危岩、边坡、地灾隐患点，当日报送',
         'Patrol dangerous rocks, slopes and geohazards and report the same day', '应急岗', 'Emergency officer', 3, 300, 480, 'township', '')
    ) as w (key, zh, en, action_zh, action_en, post_zh, post_en, level, minutes_ago, limit_min, tier, codes)
), issuer as (
    select p.* from post p where p.role = 'city_duty' order by p.id limit 1
), line as (
    select w.*, c.id as to_centre, c.path as to_path, c.district as to_district, c.code,
           row_number() over (partition by w.key order by c.code) as place, demo.dice(w.key || c.code) as luck,
           $1::timestamptz - make_interval(mins => w.minutes_ago) as issued_at
    from wanted w
    join centre c on c.tier = w.tier and (w.codes = '' or c.code ~ ('^(' || replace(w.codes, ' ', '') || ')$'))
), issued as (
    insert into orders (district, centre, path, shared_with, number, title_zh, title_en, level, issued_by, issued_as, issued_at, key)
    select i.district, i.centre, i.path, (select array_agg(l.to_path order by l.place) from line l where l.key = w.key), '', w.zh, w.en, w.level,
           i.person, i.id, $1::timestamptz - make_interval(mins => w.minutes_ago), 'seed-' || w.key
    from wanted w cross join issuer i
    order by w.minutes_ago desc
    returning id, path, key
), timed as (
    select l.*, o.id as orders, o.path as issuer_path, l.issued_at + make_interval(mins => l.limit_min) as due_at,
           case when l.key = 'rock' then case when luck < 0.022 then 'delivered' when luck < 0.063 then 'read' when luck < 0.30 then 'accepted'
                    when luck < 0.60 then 'doing' when luck < 0.75 then 'done' else 'approved' end
                when l.key = 'flood' then case when l.place % 17 = 5 then 'read' when luck < 0.35 then 'accepted' when luck < 0.68 then 'doing'
                    when luck < 0.85 then 'done' else 'approved' end
                else case when luck < 0.33 then 'doing' else 'approved' end end as state
    from line l join issued o on o.key = 'seed-' || l.key
)
insert into assignment (district, centre, path, issuer_path, orders, root, outline, action_zh, action_en, post_zh, post_en, state, supervision,
                        percent, photo, issued_at, due_at, delivered_at, read_at, accepted_at, done_at, approved_at)
select to_district, to_centre, to_path, issuer_path, orders, orders, lpad(place::text, 3, '0'), action_zh, action_en, post_zh, post_en, state,
       -- Who has not even opened it is urged by hand.
       case when state = 'delivered' then 'urged' when state = 'read' and luck < 0.03 then 'urged' else 'none' end,
       case when state in ('done', 'approved') then 100 when state = 'doing' then 20 + 10 * floor(7 * luck) else 0 end,
       true, issued_at, due_at, issued_at + make_interval(secs => 5 + floor(40 * luck)::integer),
       case when state <> 'delivered' then issued_at + make_interval(mins => 2 + floor(25 * luck)::integer) end,
       case when state not in ('delivered', 'read') then issued_at + make_interval(mins => 5 + floor(40 * luck)::integer) end,
       case when state in ('done', 'approved') then issued_at + make_interval(mins => floor(minutes_ago * (0.4 + 0.5 * luck))::integer) end,
       case when state = 'approved' then issued_at + make_interval(mins => floor(minutes_ago * (0.42 + 0.55 * luck))::integer) end
from timed
order by orders, place
