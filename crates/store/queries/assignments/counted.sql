-- How many `owed.sql` has in all, as far as it is counted.
select count(*)
from (
    select
    from assignment a
    where ($1::bigint is null or a.centre = $1)
        and ($2::text is null or a.path <@ $2::ltree)
        and ($6::bigint is null or a.holder = $6)
        and ($3::boolean or a.state in ('issued', 'delivered', 'read', 'accepted', 'doing'))
        and ($4::text is null or a.state in ('issued', 'delivered', 'read', 'accepted', 'doing')
            and $4 = lamp_at(a.issued_at, a.due_at, $5))
    limit 1001
) counted
