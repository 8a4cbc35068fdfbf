-- $2: those of one point (true) or the others (false). Steps go with their plan.
with wanted as (
    select x.*, p.id as point, c.id as centre, c.path, c.district
    from jsonb_to_recordset($1::jsonb) as x (
        code text, version integer, name text, name_en text, scene text, scene_en text, level text, risk_kind text, risk_point text,
        category text, owner text, steps jsonb)
    join centre c on c.code = x.owner
    left join risk_point p on p.code = x.risk_point
    where (x.risk_point is not null) = $2
), made as (
    insert into plan (district, centre, path, code, version, name_zh, name_en, scene_zh, scene_en, level, risk_kind, risk_point, category)
    select district, centre, path, code, version, name, name_en, scene, scene_en,
           array_position(array['blue', 'yellow', 'orange', 'red'], level), risk_kind, point, category
    from wanted order by code
    returning id, code
)
insert into plan_step (plan, seq, step_group, action_zh, action_en, recipient, recipient_centre, post_zh, post_en, deadline_min, photo)
select m.id, s.seq, s."group", s.action, s.action_en, s.recipient, named.id, s.post, s.post_en, s.deadline_min, s.photo
from made m
join wanted w on w.code = m.code
cross join lateral jsonb_to_recordset(w.steps) as s (
    seq integer, "group" integer, action text, action_en text, recipient text, centre text, post text, post_en text,
    deadline_min integer, photo boolean)
left join centre named on named.code = s.centre
