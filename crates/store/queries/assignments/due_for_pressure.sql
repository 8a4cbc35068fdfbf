-- Owed parts whose lamp has turned since it was last looked at, or that a rule in force presses harder than they are. What is not
-- late is pressed by no rule. Another server may be at the same work: what it holds is left to it.
with in_force as materialized (
    select f.district, s.level, array_position(array['urged', 'yellow', 'red'], s.step) as step, s.share, s.past_min
    from supervision_in_force($1) f
    join supervision_rule s on s.rules = f.rules
)
select
    a.id, a.orders, a.root, o.event, o.number, a.action_zh, a.action_en, a.path::text as path, a.issuer_path::text as issuer_path,
    a.district, o.level, a.supervision, a.lamp, a.issued_at, a.due_at
from assignment a
join orders o on o.id = a.orders
where a.state in ('issued', 'delivered', 'read', 'accepted', 'doing')
    and a.id > $2
    and (
        a.lamp <> lamp_at(a.issued_at, a.due_at, $1)
        or (a.supervision <> 'red' and a.due_at < $1 and exists (
            select
            from in_force r
            where (r.district is null or r.district = a.district) and r.level = o.level
                and r.step > coalesce(array_position(array['urged', 'yellow', 'red'], a.supervision), 0)
                and $1 > least(a.issued_at + (a.due_at - a.issued_at) * (r.share / 100.0)::float8,
                               a.due_at + make_interval(mins => r.past_min)))))
order by a.id
limit $3
for update of a skip locked
