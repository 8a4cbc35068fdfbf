-- A case on its way from a centre ($3) to another ($4); $5 the centre that hears when the receipt is very late.
insert into hand_off (
    district, event, way, sender, sender_path, receiver, receiver_path, above, reason, sent_at, sent_by, due_at, above_at)
select s.district, $1, $2, s.id, s.path, r.id, r.path, $5, $6, $7, $8, $9, $10
from centre s, centre r
where s.id = $3 and r.id = $4
returning id
