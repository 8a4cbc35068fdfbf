-- Owed parts under supervision, the hardest pressed on top, of these the longest late. $1 path; $2 level; $3 pressure; $4, $5 the
-- key of the page before; $7 now; $8 categories; what waits for a centre ($9) or a person ($10); $11 order. Who answers: whoever holds it, else who is on duty where it lies.
with listed as (
    select a.id, press_order(a.supervision, a.due_at) as place
    from assignment a
    join orders o on o.id = a.orders
    where a.supervision <> 'none' and a.state in ('issued', 'delivered', 'read', 'accepted', 'doing')
        and a.path <@ $1::ltree
        and ($2::smallint is null or o.level = $2)
        and ($3::text is null or a.supervision = $3)
        and ($8::text[] is null or o.category = any($8))
        and ($9::bigint is null or a.centre = $9 or a.holder = $10)
        and ($11::bigint is null or a.orders = $11)
        and ($4::bigint is null or (press_order(a.supervision, a.due_at), a.id) > ($4, $5))
    order by press_order(a.supervision, a.due_at), a.id
    limit $6
)
select l.id, l.place, coalesce(b.name, n.name) as name, case when b.id is null then n.phone else b.phone end as phone,
       coalesce(w.title_zh, n.title_zh) as title_zh, coalesce(w.title_en, n.title_en) as title_en, b.id is not null as holds,
       e.state as explanation,
       m.card, m.reason, m.at, h.name as who
from listed l
join assignment a on a.id = l.id
left join person b on b.id = a.holder
left join post w on w.id = a.holder_post
left join explanation e on e.assignment = a.id
left join annulment m on m.assignment = a.id and m.card = a.supervision
left join person h on h.id = m.person
left join lateral (
    select k.name, k.phone, p.title_zh, p.title_en
    from duty d
    join post p on p.id = d.post
    join person k on k.id = d.person
    where d.centre = a.centre and d.absence is null and d.from_at <= $7 and d.to_at > $7
    order by d.from_at desc, d.id desc
    limit 1
) n on true
order by l.place, l.id
