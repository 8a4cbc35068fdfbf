select
    o.id, o.number, o.title_zh, o.title_en, o.level, i.tag as issuer_tag, o.issued_at, o.recalled_at,
    s.all_n, s.delivered_n, s.read_n, s.accepted_n, s.done_n, s.approved_n, s.late_n, s.amber_n, s.pressure, s.next_due_at,
    o.note, p.name as issued_by, o.event, o.root, o.parent_assignment, above.orders as parent,
    o.plan, plan.name_zh as plan_zh, plan.name_en as plan_en, plan.version as plan_version, above.outline as above_outline,
    o.receipt_text, o.receipt_unit, o.receipt_file, o.receipt_signature, second.name as cosigned_by, o.corrected_at
from orders o
join centre_tag i on i.id = o.centre
join person p on p.id = o.issued_by
left join person second on second.id = o.cosigned_by
left join plan on plan.id = o.plan
left join assignment above on above.id = o.parent_assignment
cross join lateral order_standing(o.id, $2) s
where o.id = $1
