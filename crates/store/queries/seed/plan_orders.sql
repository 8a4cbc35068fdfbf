-- An order by its plan on each event a warning opened, from yellow up: all done for closed ones; for open ones as far as the
-- situation says. $1 warnings of the situation; $2 now.
with wrong as (
    select p.id as point, w."order" as stage
    from jsonb_to_recordset($1::jsonb) as w (risk_point text, "order" text)
    join risk_point p on p.code = w.risk_point
    where w."order" is not null
), chosen as (
    select e.id as event, e.reported_at, e.closed_at, e.title_zh, e.title_en, e.level, e.place_centre, e.district, plan.id as plan, plan.name_zh, plan.name_en,
           case when e.state = 'closed' then 'closed' else w.stage end as stage,
           greatest(e.reported_at + make_interval(secs => 180 + floor(600 * demo.dice('issue' || e.number))::integer),
                    case when w.stage = 'running' then $2::timestamptz - make_interval(secs => 420 + floor(1900 * demo.dice('wait' || e.number))::integer) end) as issued_at,
           case when e.level >= 3 then 'city_duty' else 'district_duty' end as role, e.number
    from event e
    left join wrong w on w.point = e.risk_point and e.state in ('handling', 'handled_back')
    join lateral (
        select p.id, p.name_zh, p.name_en
        from plan p
        left join risk_point at on at.id = e.risk_point
        where p.risk_point = e.risk_point or (p.risk_point is null and p.risk_kind = at.kind)
        order by p.risk_point nulls last, abs(p.level - e.level), p.id limit 1
    ) plan on true
    where e.source = 'warning' and (e.state = 'closed' and e.level >= 2 or w.stage is not null)
), issuer as (
    select c.*, p.person, p.id as post, p.centre, p.path, p.district as issuing_district
    from chosen c
    join lateral (
        select post.* from post
        where post.role = c.role and post.centre = case when c.role = 'city_duty' then (select id from centre where tier = 'city') else c.district end
        order by post.id limit 1
    ) p on true
), line as (
    select i.*, s.seq, s.action_zh, s.action_en, s.post_zh, s.post_en, s.deadline_min, s.photo, r.id as to_centre, r.path as to_path,
           r.district as to_district, row_number() over (partition by i.event order by s.seq, r.code) as place
    from issuer i
    join plan_step s on s.plan = i.plan
    join lateral (
        select c.* from centre c where s.recipient = 'township' and c.id = i.place_centre
        union all
        select c.* from centre c where s.recipient = 'district' and c.id = i.district
        union all
        select c.* from centre c where s.recipient = 'named' and c.id = s.recipient_centre and c.path <@ i.path
        union all
        (select c.* from centre c join centre here on here.id = i.place_centre
         where s.recipient = 'neighbours' and c.parent = here.parent and c.id <> here.id and c.tier = 'township'
         order by c.label <-> here.label, c.code limit 2)
    ) r on true
), issued as (
    insert into orders (district, centre, path, shared_with, number, event, plan, title_zh, title_en, level, issued_by, issued_as, issued_at,
                        finished_at, key)
    select i.issuing_district, i.centre, i.path, s.paths, '', i.event, i.plan,
           i.name_zh || '：' || i.title_zh, i.name_en || ': ' || i.title_en, i.level, i.person, i.post, i.issued_at,
           case when i.stage = 'closed' then i.closed_at end, 'seed-' || i.number
    from issuer i
    join (select event, array_agg(distinct to_path) as paths from line group by event) s on s.event = i.event
    order by i.issued_at
    returning id, event
), paced as (
    select l.*, o.id as orders, 'a' || l.number || '/' || l.place as salt
    from line l join issued o on o.event = l.event
), timed as (
    select p.*, issued_at + make_interval(secs => 4 + floor(30 * demo.dice(salt || 'd'))::integer) as t_delivered,
           issued_at + make_interval(secs => 50 + floor(200 * demo.dice(salt || 'r'))::integer) as t_read,
           case when stage = 'late' and demo.dice(salt || 'never') < 0.3 then 'infinity'
                else issued_at + make_interval(secs => 260 + floor(300 * demo.dice(salt || 'a'))::integer) end as t_accepted,
           case when stage = 'late' then case when demo.dice(salt || 'stuck') < 0.6 then 'infinity' else issued_at + make_interval(mins => deadline_min) * 0.8 end
                when stage = 'done' then issued_at + make_interval(mins => deadline_min) * 0.1
                else issued_at + interval '10 minutes' + make_interval(mins => deadline_min)
                    * case when demo.dice(salt || 'slow') < 0.07 then 1.3 else 0.25 + 0.6 * demo.dice(salt || 'f') end end as t_done
    from paced p
), ended as (
    -- Nobody has done what they never signed for.
    select t.*, case when stage = 'closed' then least(t_done, closed_at - interval '6 minutes') else greatest(t_accepted, t_done) end as t_end
    from timed t
), stood as (
    select e.*, t_end + make_interval(secs => 120 + floor(180 * demo.dice(salt || 'v'))::integer) as t_approved,
           case when stage = 'closed' then 'infinity'::timestamptz else $2::timestamptz end as until
    from ended e
), state as (
    select s.*, case
        when t_approved <= until and (stage <> 'done' or place % 3 = 0) then 'approved'
        when t_end <= until then 'done'
        when t_accepted <= until and until - t_accepted > (due - t_accepted) * 0.25 then 'doing'
        when t_accepted <= until then 'accepted' when t_read <= until then 'read' when t_delivered <= until then 'delivered'
        else 'issued' end as state
    from stood s cross join lateral (select issued_at + make_interval(mins => deadline_min) as due) d
)
insert into assignment (district, centre, path, issuer_path, orders, root, outline, plan_step, action_zh, action_en, post_zh, post_en, state,
                        supervision, lamp, percent, photo, issued_at, due_at, delivered_at, read_at, accepted_at, done_at, approved_at)
select to_district, to_centre, to_path, path, orders, orders, lpad(place::text, 3, '0'), seq, action_zh, action_en, post_zh, post_en, state,
       case when state in ('done', 'approved') then case when t_end > due_at then 'urged' else 'none' end
            when used > 2 then 'red' when used > 1.5 then 'yellow' when used > 1 then 'urged' else 'none' end,
       case when state in ('done', 'approved') then 'green' else lamp_at(issued_at, due_at, $2::timestamptz) end,
       case when state in ('done', 'approved') then 100 when state = 'doing' then 20 + 10 * floor(6 * demo.dice(salt || 'p')) else 0 end,
       photo, issued_at, due_at, case when state <> 'issued' then t_delivered end,
       case when state not in ('issued', 'delivered') then t_read end,
       case when state not in ('issued', 'delivered', 'read') then t_accepted end,
       case when state in ('done', 'approved') then t_end end, case when state = 'approved' then t_approved end
from state
cross join lateral (
    select issued_at + make_interval(mins => deadline_min) as due_at,
           extract(epoch from $2::timestamptz - issued_at) / (deadline_min * 60) as used
) d
order by issued_at, orders, place
