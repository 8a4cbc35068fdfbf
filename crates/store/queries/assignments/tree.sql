-- The parts of an order's tree in reading order; of an order that was passed down, only those below the assignment it hangs under.
select
    a.id, a.orders, a.root, a.parent_assignment, a.event, a.number, a.title_zh, a.title_en, a.action_zh, a.action_en, a.level,
    a.issuer_tag, a.recipient_tag, a.post_zh, a.post_en, a.outline, a.state, a.supervision, a.percent, a.photo,
    a.issued_at, a.due_at, a.delivered_at, a.read_at, a.accepted_at, a.done_at, a.approved_at, a.reason,
    a.holder, a.holder_post, a.holder_name
from assignment_row a
where a.root = $1 and ($2::text is null or starts_with(a.outline, $2 || '.'))
order by a.outline, a.id
