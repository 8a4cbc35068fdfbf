-- Locks cases and those above them until the transaction ends.
select lock_events($1)
