-- The parts of an order, one a row of the arrays, in their order.
insert into assignment (
    district, centre, path, issuer_path, orders, root, parent_assignment, outline, plan_step, action_zh, action_en, post_zh, post_en,
    state, photo, issued_at, due_at)
select
    c.district, c.id, c.path, o.path, o.id, o.root, o.parent_assignment, n.outline, n.plan_step, n.action_zh, n.action_en,
    n.post_zh, n.post_en, 'issued', n.photo, o.issued_at, n.due_at
from unnest($2::bigint[], $3::text[], $4::integer[], $5::text[], $6::text[], $7::text[], $8::text[], $9::boolean[], $10::timestamptz[])
    n (centre, outline, plan_step, action_zh, action_en, post_zh, post_en, photo, due_at)
join centre c on c.id = n.centre
join orders o on o.id = $1
