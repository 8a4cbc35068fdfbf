-- The same key from the same centre adds nothing, and waits for the transaction that has just used it.
insert into orders (
    district, centre, path, shared_with, number, event, plan, parent_assignment, root, title_zh, title_en, note, level,
    issued_by, issued_as, issued_at, key)
select c.district, c.id, c.path, $2::ltree[], '', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14
from centre c
where c.id = $1
on conflict on constraint orders_key_key do nothing
returning id, root, number
