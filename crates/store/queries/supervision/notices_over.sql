-- Ends the notices of centres that owe no late explanation any more.
update notice n
set state = 'over', over_at = $1
from centre c
where c.id = n.about and n.state <> 'over' and n.kind = 'explanation_overdue'
  and not exists (
      select from explanation e where e.centre = n.about and e.state in ('asked', 'returned') and e.due_at < $1)
returning n.id, n.kind, n.path::text, n.about_path::text, c.name_zh, c.name_en, c.id as about
