-- The counts of a centre with all below it: what stands now, and what happened on the days since $2. `today` is $3. By the
-- centre's id and not by its path, which no index serves behind row-level security.
select t.topic, t.state, t.level, t.day = $3 as today, sum(t.n)::bigint as n
from (
    select y.topic, y.state, y.level, y.day, y.n
    from centre c
    join tally y on y.centre = c.id and y.day = '-infinity'
    where c.path = $1::ltree
    union all
    select y.topic, y.state, y.level, y.day, y.n
    from centre c
    join tally y on y.centre = c.id and y.day >= $2
    where c.path = $1::ltree
    union all
    select d.topic, d.state, d.level, d.day, d.n
    from tally_delta d
    where d.path <@ $1::ltree and (d.day = '-infinity' or d.day >= $2)
) t
group by t.topic, t.state, t.level, t.day = $3
