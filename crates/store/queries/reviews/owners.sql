-- Centres that may own an improvement, of those that the asker commands: the case's own, and those that had a part in it.
select distinct t.tag::jsonb as tag, nlevel(t.path) as depth, t.path
from centre_tag t
where t.path <@ $2::ltree
    and (t.id = (select e.centre from event e where e.id = $1)
        or t.id in (select a.centre from orders o join assignment a on a.orders = o.id where o.event = $1)
        or t.id in (select o.centre from orders o where o.event = $1))
order by depth, t.path
limit 200
