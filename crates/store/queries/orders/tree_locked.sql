-- Moves in one tree of orders follow one another, whichever row they touch.
select pg_advisory_xact_lock(hashtextextended('cityhelm.orders', $1))
