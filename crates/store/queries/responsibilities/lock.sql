-- Whoever changes the row of a category queues here.
select pg_advisory_xact_lock(hashtext('cityhelm.responsibility'), hashtext($1))
