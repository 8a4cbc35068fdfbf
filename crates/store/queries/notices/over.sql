-- Ends what is not so any more: a shift was filled, or a gap ahead has become one now. $2 how far ahead a gap is looked for.
update notice n
set state = 'over', over_at = $1
from centre c
where c.id = n.about and n.state <> 'over' and n.kind in ('nobody_on_duty', 'duty_gap')
  and not exists (
      select from duty_gaps($1, $2) g
      where g.centre = n.about and n.kind = case when g.from_at = $1 then 'nobody_on_duty' else 'duty_gap' end)
returning n.id, n.kind, n.path::text, n.about_path::text, c.name_zh, c.name_en, c.id as about, n.from_at
