-- The case is at least as grave as its warning.
update event
set level = $2
where id = $1 and level < $2 and state not in ('closed', 'rejected', 'merged', 'void')
returning path::text, shared_with::text[]
