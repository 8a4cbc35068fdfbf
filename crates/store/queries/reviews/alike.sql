-- Cases of a case's ($1) category at its place in the $2 days before it, itself among them; counted to $3.
select count(*)
from (
    select
    from event e
    join event x on coalesce(x.place_centre, x.centre) = coalesce(e.place_centre, e.centre) and x.category = e.category
        and x.reported_at > e.reported_at - make_interval(days => $2) and x.reported_at <= e.reported_at
    where e.id = $1
    limit $3
) counted
