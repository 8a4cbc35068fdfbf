-- One hand-off.
select h.id, h.event, h.number, h.title_zh, h.title_en, h.way, h.state, h.sender_tag, h.receiver_tag, h.reason, h.sent_at,
       h.sent_by, h.due_at, h.received_at, h.received_by
from hand_off_row h
where h.id = $1
