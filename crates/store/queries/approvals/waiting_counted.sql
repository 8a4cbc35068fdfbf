-- How many requests wait for a centre, as far as it is counted.
select count(*)
from (
    select
    from approval a
    where a.decider = $1 and a.state = 'asked'
    limit 1001
) counted
