-- Some districts have passed a running part on to two of their townships. $1 now.
with above as (
    select a.*, p.person, p.id as post, o.title_zh, o.title_en, o.level, o.event, o.shared_with as above_shared
    from assignment a
    join orders o on o.id = a.orders
    join centre c on c.id = a.centre and c.tier = 'district'
    join lateral (select * from post where post.centre = a.centre and post.role = 'district_duty' order by post.id limit 1) p on true
    where a.state in ('accepted', 'doing') and a.due_at > $1::timestamptz + interval '20 minutes'
      and $1::timestamptz - a.accepted_at > interval '10 minutes' and demo.dice('down' || c.code || o.number) < 0.55
), part as (
    select a.id as parent, t.id as centre, t.path, t.district, t.code, row_number() over (partition by a.id order by demo.dice('down' || t.code), t.code) as place
    from above a join centre t on t.parent = a.centre and t.tier = 'township'
), chosen as (
    select * from part where place <= 2
), issued as (
    insert into orders (district, centre, path, shared_with, number, event, parent_assignment, root, title_zh, title_en, level, issued_by, issued_as,
                        issued_at, key)
    select a.district, a.centre, a.path, (select array_agg(distinct c.path) from chosen c where c.parent = a.id) || '500000'::ltree, '', a.event,
           a.id, a.root, a.title_zh, a.title_en, a.level, a.person, a.post, a.accepted_at + interval '3 minutes', 'seed-down-' || a.outline || '-' || a.orders
    from above a
    returning id, parent_assignment, root, issued_at, path
)
insert into assignment (district, centre, path, issuer_path, orders, root, parent_assignment, outline, action_zh, action_en, post_zh, post_en, state,
                        percent, photo, issued_at, due_at, delivered_at, read_at, accepted_at, done_at)
select c.district, c.centre, c.path, i.path, i.id, i.root, i.parent_assignment, a.outline || '.' || lpad(c.place::text, 3, '0'), a.action_zh, a.action_en,
       '镇街应急岗', 'Township emergency officer', s.state, case s.state when 'done' then 100 when 'doing' then 40 else 0 end, a.photo, i.issued_at,
       greatest(a.due_at - interval '10 minutes', i.issued_at + interval '5 minutes'), i.issued_at + interval '8 seconds',
       i.issued_at + interval '70 seconds', case when s.state <> 'read' then i.issued_at + interval '3 minutes' end,
       case when s.state = 'done' then least($1::timestamptz, i.issued_at + interval '6 minutes') end
from issued i
join above a on a.id = i.parent_assignment
join chosen c on c.parent = a.id
cross join lateral (
    select case when demo.dice('down state' || c.code) < 0.4 then 'doing' when demo.dice('down state' || c.code) < 0.7 then 'done'
                when demo.dice('down state' || c.code) < 0.85 then 'accepted' else 'read' end as state
) s
order by i.id, c.place
