-- The demo's accounts, those of people with their first post.
select d.login, d.kind, d.password, coalesce(o.role, '') as role, coalesce(o.code, '') as centre
from demo_account d
left join lateral (
    select o.role, c.code
    from person p
    join post o on o.person = p.id
    join centre c on c.id = o.centre
    where p.login = d.login and d.kind = 'person'
    order by nlevel(o.path), o.id
    limit 1
) o on true
order by d.kind desc, d.login
