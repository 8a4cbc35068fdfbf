-- Promises whose day has passed. Another server may be at the same work: what it holds is left to it.
update improvement i
set late = true
from (
    select x.id
    from improvement x
    where x.done_at is null and not x.late and x.due_on < $1
    order by x.due_on
    limit $2
    for update skip locked
) passed
where i.id = passed.id
returning i.review, i.path::text as path
