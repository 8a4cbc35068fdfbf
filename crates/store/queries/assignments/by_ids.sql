-- Some parts.
select
    a.id, a.orders, a.root, a.parent_assignment, a.event, a.number, a.title_zh, a.title_en, a.action_zh, a.action_en, a.level,
    a.issuer_tag, a.recipient_tag, a.post_zh, a.post_en, a.outline, a.state, a.supervision, a.percent, a.photo,
    a.issued_at, a.due_at, a.delivered_at, a.read_at, a.accepted_at, a.done_at, a.approved_at, a.reason,
    a.holder, a.holder_post, a.holder_name
from assignment_row a
where a.id = any($1)
order by press_order(a.supervision, a.due_at), a.id
