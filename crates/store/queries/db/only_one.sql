-- The lock of a work that one server at a time does. The transaction that holds it may stand idle while the work runs.
select
    pg_try_advisory_xact_lock(hashtext('cityhelm.tick'), hashtext($1))
    and set_config('idle_in_transaction_session_timeout', '0', true) is not null
