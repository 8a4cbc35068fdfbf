-- Gives a part anew, to another centre: the next of its siblings.
insert into assignment (
    district, centre, path, issuer_path, orders, root, parent_assignment, outline, plan_step, action_zh, action_en, post_zh, post_en,
    state, photo, issued_at, due_at, instead_of)
select
    c.district, c.id, c.path, a.issuer_path, a.orders, a.root, a.parent_assignment,
    regexp_replace(a.outline, '[^.]+$', '') || lpad(s.next::text, greatest(3, length(s.next::text)), '0'),
    a.plan_step, $3, $4, a.post_zh, a.post_en, 'issued', a.photo, $5, $6, a.id
from assignment a
join centre c on c.id = $2
cross join lateral (
    select count(*) + 1 as next from assignment s
    where s.root = a.root and s.parent_assignment is not distinct from a.parent_assignment
) s
where a.id = $1
returning id
