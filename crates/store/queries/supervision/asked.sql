-- Asks for an explanation of red parts that nobody asked about: of some ($1), or of all that are owed. It is asked of the director
-- of the recipient's centre; where that centre has none, of who leads its shift, of its staff, of the director above. $2 now, $3 due.
with asked as (
    insert into explanation (district, centre, path, issuer_path, assignment, root, post, state, asked_at, due_at)
    select a.district, a.centre, a.path, a.issuer_path, a.id, a.root, p.id, 'asked', $2, $3
    from assignment a
    cross join lateral (
        select o.id
        from centre c
        join post o on o.centre = c.id
        where c.path @> a.path and o.person is not null and o.valid_from <= $2 and (o.valid_to is null or o.valid_to > $2)
            and o.role in ('township_director', 'district_director', 'city_leader', 'district_duty', 'city_duty', 'township_staff')
        order by nlevel(c.path) desc,
            array_position(array['township_director', 'district_director', 'city_leader', 'district_duty', 'city_duty', 'township_staff'], o.role),
            o.id
        limit 1
    ) p
    where a.supervision = 'red' and a.state in ('issued', 'delivered', 'read', 'accepted', 'doing')
        and ($1::bigint[] is null or a.id = any($1))
        and not exists (select from explanation e where e.assignment = a.id)
        and not exists (select from annulment m where m.assignment = a.id and m.card = 'red')
    order by a.id
    limit 500
    on conflict on constraint explanation_assignment_key do nothing
    returning id, assignment, post, path, issuer_path, root
)
select q.id, a.orders, q.root, o.event, a.action_zh, a.action_en, q.path::text, q.issuer_path::text, p.title_zh, p.title_en
from asked q
join assignment a on a.id = q.assignment
join orders o on o.id = a.orders
join post p on p.id = q.post
order by q.id
