-- What a centre ($1) or all in its path ($2) owe, what is due first on top; with $3 also what is owed no more;
-- with $9 only what that person holds.
select
    a.id, a.orders, a.root, a.parent_assignment, a.event, a.number, a.title_zh, a.title_en, a.action_zh, a.action_en, a.level,
    a.issuer_tag, a.recipient_tag, a.post_zh, a.post_en, a.outline, a.state, a.supervision, a.percent, a.photo,
    a.issued_at, a.due_at, a.delivered_at, a.read_at, a.accepted_at, a.done_at, a.approved_at, a.reason,
    a.holder, a.holder_post, a.holder_name
from assignment_row a
where ($1::bigint is null or a.centre = $1)
    and ($2::text is null or a.path <@ $2::ltree)
    and ($3::boolean or a.state in ('issued', 'delivered', 'read', 'accepted', 'doing'))
    and ($4::text is null or a.state in ('issued', 'delivered', 'read', 'accepted', 'doing')
        and $4 = lamp_at(a.issued_at, a.due_at, $5))
    and ($9::bigint is null or a.holder = $9)
    and ($6::timestamptz is null or (a.due_at, a.id) > ($6, $7))
order by a.due_at, a.id
limit $8
