-- The requests of a case, latest first.
select id, event, number, title_zh, title_en, kind, state, minutes, reason, centre_tag, asked_by, asked_at, decider_tag,
    decided_by, decided_at, answer, taker_tag
from approval_row
where event = $1
order by asked_at desc, id desc
limit 200
