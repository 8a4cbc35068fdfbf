-- The same key from the same centre adds nothing.
insert into order_draft (district, centre, path, person, post, state, spec, changed_at, key)
select c.district, c.id, c.path, $2, $3, 'open', $4, $5, $6
from centre c
where c.id = $1
on conflict on constraint order_draft_key_key do nothing
returning id
