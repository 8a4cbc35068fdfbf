-- What a centre sent and nobody has signed for, due first on top.
select h.id, h.event, h.number, h.title_zh, h.title_en, h.way, h.state, h.sender_tag, h.receiver_tag, h.reason, h.sent_at,
       h.sent_by, h.due_at, h.received_at, h.received_by
from hand_off_row h
where h.sender = $1 and h.received_at is null and h.dropped_at is null
order by h.due_at, h.id
limit 50
