-- What happened, oldest first, at most as much as a page can show.
select
    a.at, a.verb, a.subject_zh, a.subject_en, a.who, a.as_what_zh, a.as_what_en, a.centre_zh, a.centre_en,
    a.before, a.after, a.note
from audit a
where a.event = $1
order by a.at, a.district, a.seq
limit 1000
