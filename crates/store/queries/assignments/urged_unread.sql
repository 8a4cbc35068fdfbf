-- Urges every recipient of an order who owes it and has not read it. A mark that is there already is not raised: one press
-- urges all alike.
update assignment a
set supervision = 'urged'
where a.orders = $1 and a.read_at is null and a.supervision = 'none'
    and a.state in ('issued', 'delivered', 'read', 'accepted', 'doing')
returning a.path::text
