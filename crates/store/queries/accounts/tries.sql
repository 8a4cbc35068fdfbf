-- Failed tries since a moment. A try is written down as failed before the password is looked at, and a second time as succeeded
-- when it was right: the two cancel out.
select
    (
        select count(*) filter (where not t.succeeded) - count(*) filter (where t.succeeded)
        from sign_in_try t
        where t.login = $1 and t.at > $3
    ) as by_login,
    (
        select count(*) filter (where not t.succeeded) - count(*) filter (where t.succeeded)
        from sign_in_try t
        where t.address = $2 and t.at > $3
    ) as by_address,
    (
        select min(t.at)
        from sign_in_try t
        where (t.login = $1 or t.address = $2) and t.at > $3 and not t.succeeded
    ) as oldest
