-- Ends the notices of receipts that are late no more.
update notice n
set state = 'over', over_at = $1
from centre c
where c.id = n.about and n.state <> 'over' and n.kind in ('hand_off_owed', 'hand_off_unreceived', 'hand_off_stuck')
  and not exists (
      select from hand_off h
      where h.receiver = n.about and h.received_at is null and h.dropped_at is null
        and (n.kind = 'hand_off_owed' and h.due_at < $1
             or n.kind = 'hand_off_stuck' and h.above = n.centre and h.above_at < $1))
  and not exists (
      select from hand_off h
      where n.kind = 'hand_off_unreceived' and h.sender = n.about and h.received_at is null and h.dropped_at is null
        and h.due_at < $1)
returning n.id, n.kind, n.path::text, n.about_path::text, c.name_zh, c.name_en, c.id as about
