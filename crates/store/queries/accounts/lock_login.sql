-- Tries on one account queue, so that a hundred at once are counted one after the other.
select pg_advisory_xact_lock(hashtext('cityhelm.sign_in'), hashtext($1))
