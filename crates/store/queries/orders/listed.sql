-- Orders issued in the city ($1 and $2 null), a district ($1) or a centre below it ($2), or to it, latest first.
select
    o.id, o.number, o.title_zh, o.title_en, o.level, i.tag as issuer_tag, o.issued_at, o.recalled_at,
    s.all_n, s.delivered_n, s.read_n, s.accepted_n, s.done_n, s.approved_n, s.late_n, s.amber_n, s.pressure, s.next_due_at
from orders o
join centre_tag i on i.id = o.centre
cross join lateral order_standing(o.id, $4) s
where ($1::bigint is null or o.district = $1 and ($2::text is null or o.path <@ $2::ltree) or o.shared_with <@ $3::ltree)
    and ($5::boolean or (o.recalled_at is null and o.finished_at is null))
    and ($6::text is null or $6 = case when s.late_n > 0 then 'red' when s.amber_n > 0 then 'amber' else 'green' end)
    and ($7::timestamptz is null or (o.issued_at, o.id) < ($7, $8))
    and ($10::text[] is null or o.category = any($10))
    -- What waits for a centre: its own orders with something to verify, and those in which it owes something.
    and ($11::bigint is null or o.centre = $11 and s.done_n > s.approved_n or o.id in (
        select a.orders from assignment a
        where a.centre = $11 and a.state in ('issued', 'delivered', 'read', 'accepted', 'doing')))
order by o.issued_at desc, o.id desc
limit $9
