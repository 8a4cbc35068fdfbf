-- An order to all districts is seen by each of them; what one of them did with its part is not the others' business. What the
-- centres above did is, because they gave the order.
alter policy people on audit using (
    path <@ (select scope())
    or exists (select from event e where e.id = event)
    or (path @> (select scope()) and exists (select from orders o where o.id = root)));
