-- The same key from the same centre adds nothing, and waits for the transaction that has just used it. An order that is passed
-- down asks back what the order above asks.
insert into orders (
    district, centre, path, shared_with, number, event, plan, parent_assignment, root, title_zh, title_en, note, level,
    issued_by, issued_as, issued_at, key, receipt_text, receipt_unit, receipt_file,
    receipt_signature, cosigned_by)
select
    c.district, c.id, c.path, $2::ltree[], '', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14,
    coalesce(above.receipt_text, $15), coalesce(above.receipt_unit, $16), coalesce(above.receipt_file, $17),
    coalesce(above.receipt_signature, $18), $19
from centre c
left join assignment held on held.id = $5
left join orders above on above.id = held.orders
where c.id = $1
on conflict on constraint orders_key_key do nothing
returning id, root, number
