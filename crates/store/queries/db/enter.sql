-- Says who acts, to the row-level security policies, until the transaction ends.
select
    set_config('cityhelm.scope', $1, true),
    set_config('cityhelm.person', $2, true),
    set_config('cityhelm.post', $3, true)
