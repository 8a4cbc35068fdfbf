-- What happened to one row of late, latest first.
select
    a.at, a.verb, a.subject_zh, a.subject_en, a.who, a.as_what_zh, a.as_what_en, a.centre_zh, a.centre_en,
    a.before, a.after, a.note
from audit a
where a.noun = $1 and a.row_id = $2
order by a.at desc, a.seq desc
limit $3
