-- One request.
select id, event, number, title_zh, title_en, kind, state, minutes, reason, centre_tag, asked_by, asked_at, decider_tag,
    decided_by, decided_at, answer, taker_tag
from approval_row
where id = $1
