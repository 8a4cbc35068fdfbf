-- The log behind the timelines of what is open now and of what was reviewed. $1 now.
with told as (
    select e.* from event e
    where e.source = 'warning' and (e.closed_at is null or exists (select from review r where r.event = e.id))
), line as (
    select w.raised_at as at, 'warning_raised' as verb, w.path, null::bigint as post, '系统' as as_zh, 'System' as as_en, 'warning' as noun, w.id as row_id,
           w.title_zh as zh, w.title_en as en, e.id as event, null::bigint as root, '' as before,
           (array['blue', 'yellow', 'orange', 'red'])[w.worst] as after, '' as note
    from told e join warning w on w.event = e.id
    union all
    select e.reported_at, 'event_reported', e.path, null, '系统', 'System', 'event', e.id, e.title_zh, e.title_en, e.id, null, '',
           case when e.state = 'reported' then 'reported' else 'registered' end, ''
    from told e
    union all
    select w.acknowledged_at, 'warning_acknowledged', d.path, d.id, '', '', 'warning', w.id, w.title_zh, w.title_en, e.id, null, 'raised', 'acknowledged', ''
    from told e join warning w on w.event = e.id
    join lateral (select * from post where post.centre = e.district and role = 'district_duty' order by id limit 1) d on true
    where w.acknowledged_at is not null
    union all
    select w.cleared_at, 'warning_cleared', w.path, null, '系统', 'System', 'warning', w.id, w.title_zh, w.title_en, e.id, null, 'acknowledged', 'cleared', ''
    from told e join warning w on w.event = e.id where w.cleared_at is not null
    union all
    select o.issued_at, case when o.parent_assignment is null then 'order_issued' else 'order_passed_down' end, o.path, o.issued_as, '', '', 'order', o.id,
           o.title_zh, o.title_en, o.event, o.root, '', 'issued', ''
    from orders o where o.event in (select id from told) or o.event is null
    union all
    select m.at, m.verb, a.path, p.id, '', '', 'assignment', a.id, a.action_zh, a.action_en, o.event, a.root, m.before, m.after, m.note
    from assignment a
    join orders o on o.id = a.orders and o.event in (select id from told)
    join lateral (select * from post where post.centre = a.centre and role in ('township_staff', 'district_duty', 'city_duty') order by id limit 1) p on true
    cross join lateral (
        select a.accepted_at as at, 'assignment_moved' as verb, 'read' as before, 'accepted' as after, '' as note where a.accepted_at is not null
        union all
        select g.at, case when g.percent = 100 then 'assignment_moved' else 'progress_reported' end, case when g.percent = 100 then 'doing' else 'accepted' end,
               case when g.percent = 100 then 'done' else 'doing' end, g.note
        from progress g where g.assignment = a.id
    ) m
    union all
    select a.approved_at, 'assignment_moved', o.path, o.issued_as, '', '', 'assignment', a.id, a.action_zh, a.action_en, o.event, a.root, 'done', 'approved', ''
    from assignment a join orders o on o.id = a.orders and o.event in (select id from told) where a.approved_at is not null
    union all
    select e.closed_at, 'event_moved', d.path, d.id, '', '', 'event', e.id, e.title_zh, e.title_en, e.id, null, 'verified', 'closed', ''
    from told e join lateral (select * from post where post.centre = e.district and role = 'district_duty' order by id limit 1) d on true
    where e.closed_at is not null
    union all
    select a.asked_at, 'approval_asked', a.path, p.id, '', '', 'approval', a.id,
           case a.kind when 'extension' then '延期' when 'return' then '退回' else '挂起' end,
           case a.kind when 'extension' then 'Extension' when 'return' then 'Return' else 'Suspension' end,
           a.event, null, '', 'asked', coalesce(a.minutes || ' min · ', '') || a.reason
    from approval a
    join lateral (select * from post where post.centre = a.centre and post.person = a.asked_by order by id limit 1) p on true
    union all
    select r.opened_at, 'review_opened', r.path, null, '系统', 'System', 'review', r.id, e.title_zh, e.title_en, e.id, null, '', 'open', ''
    from told e join review r on r.event = e.id
    union all
    select r.concluded_at, 'review_concluded', d.path, d.id, '', '', 'review', r.id, e.title_zh, e.title_en, e.id, null, 'open', 'concluded', r.findings
    from told e join review r on r.event = e.id and r.concluded_at is not null
    join lateral (select * from post where post.centre = e.district and role = 'district_director' order by id limit 1) d on true
)
insert into audit (district, seq, at, verb, path, centre_zh, centre_en, person, who, as_what_zh, as_what_en, address, noun, row_id, subject_zh,
                   subject_en, event, root, before, after, note, before_hash, hash)
select c.district, 0, l.at, l.verb, c.path, c.name_zh, c.name_en, p.person, coalesce(who.name, ''), coalesce(p.title_zh, l.as_zh), coalesce(p.title_en, l.as_en),
       '', l.noun, l.row_id, l.zh, l.en, l.event, l.root, l.before, l.after, l.note, ''::bytea, ''::bytea
from line l
join centre c on c.path = l.path
left join post p on p.id = l.post
left join person who on who.id = p.person
where l.at <= $1::timestamptz
order by l.at, l.noun, l.row_id, l.verb
