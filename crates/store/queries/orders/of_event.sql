-- Orders issued on a case, those that were passed down left out, latest first.
select
    o.id, o.number, o.title_zh, o.title_en, o.level, i.tag as issuer_tag, o.issued_at, o.recalled_at,
    s.all_n, s.delivered_n, s.read_n, s.accepted_n, s.done_n, s.approved_n, s.late_n, s.amber_n, s.pressure, s.next_due_at
from orders o
join centre_tag i on i.id = o.centre
cross join lateral order_standing(o.id, $2) s
where o.event = $1 and o.parent_assignment is null
order by o.issued_at desc, o.id desc
limit 100
