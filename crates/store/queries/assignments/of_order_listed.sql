-- The parts of one order that have not come as far as a stage ($2), in the order they were given out.
select
    a.id, a.orders, a.root, a.parent_assignment, a.event, a.number, a.title_zh, a.title_en, a.action_zh, a.action_en, a.level,
    a.issuer_tag, a.recipient_tag, a.post_zh, a.post_en, a.outline, a.state, a.supervision, a.percent, a.photo,
    a.issued_at, a.due_at, a.delivered_at, a.read_at, a.accepted_at, a.done_at, a.approved_at, a.reason,
    a.holder, a.holder_post, a.holder_name
from assignment_row a
where a.orders = $1
    and short_of($2, a.delivered_at, a.read_at, a.accepted_at, a.state)
    and ($3::bigint is null or a.id > $3)
order by a.id
limit $4
