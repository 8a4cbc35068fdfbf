-- Assignments that a screen of their recipient has just shown. One that is worked on ($5) and was corrected is read again where it
-- stands. One that has gone on in the meantime stays where it is.
update assignment a
set state = case when before.state = any($5) then before.state else $2 end,
    delivered_at = coalesce(a.delivered_at, $4),
    read_at = case $2 when 'read' then coalesce(a.read_at, $4) else a.read_at end
from (
    select x.id, x.state
    from assignment x
    where x.id = any($1) and (x.state = any($3) or $2 = 'read' and x.state = any($5) and x.read_at is null)
    order by x.id
    for update
) before
where a.id = before.id
returning a.id, before.state
