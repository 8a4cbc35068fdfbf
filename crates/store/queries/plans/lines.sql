-- What a plan sends to whom, seen from a place, once a step and centre; only centres in the asker's scope.
with place as (
    select
        p.id, p.path, p.district,
        (select c.id from centre c where c.path @> p.path and c.tier = 'township') as township,
        (select c.id from centre c where c.path @> p.path and c.tier = 'district') as in_district
    from centre p
    where p.id = $2
), receives as (
    -- A place above the tier that a step asks for takes the step itself.
    select s.seq, coalesce(p.township, p.id) as centre
    from plan_step s, place p
    where s.plan = $1 and s.recipient = 'township'
    union
    select s.seq, coalesce(p.in_district, p.id)
    from plan_step s, place p
    where s.plan = $1 and s.recipient = 'district'
    union
    -- Borders come from different surveys: within some twenty metres they count as one.
    select s.seq, n.id
    from plan_step s, place p
    join centre t on t.id = p.township
    join centre n on n.district = t.district and n.tier = 'township' and n.id <> t.id
        and st_dwithin(n.boundary, t.boundary, 0.0002)
    where s.plan = $1 and s.recipient = 'neighbours'
    union
    select s.seq, c.id
    from plan_step s, centre c
    where s.plan = $1 and s.recipient = 'all_districts' and c.tier = 'district'
    union
    select s.seq, s.recipient_centre
    from plan_step s
    where s.plan = $1 and s.recipient = 'named'
)
select
    s.seq, s.action_zh, s.action_en, s.post_zh, s.post_en, s.deadline_min, s.photo, t.tag as recipient_tag,
    (
        select h.name
        from duty d
        join person h on h.id = d.person
        where d.centre = t.id and d.absence is null and d.from_at <= $4 and d.to_at > $4
        order by d.from_at desc, d.id desc
        limit 1
    ) as on_duty
from receives r
join plan_step s on s.plan = $1 and s.seq = r.seq
join centre_tag t on t.id = r.centre
where t.path <@ $3::ltree
order by s.step_group, s.seq, t.path
