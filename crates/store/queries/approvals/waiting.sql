-- Requests that wait for a centre ($1), first come first.
select id, event, number, title_zh, title_en, kind, state, minutes, reason, centre_tag, asked_by, asked_at, decider_tag,
    decided_by, decided_at, answer, taker_tag
from approval_row
where decider = $1 and state = 'asked'
    and ($2::timestamptz is null or (asked_at, id) > ($2, $3))
order by asked_at, id
limit $4
