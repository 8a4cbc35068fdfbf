-- The work calendar: each day of each span. $1 spans.
insert into work_day (day, works, name_zh, name_en, provisional)
select d.day::date, s.works, s.name, s.name_en, s.provisional
from jsonb_to_recordset($1::jsonb) as s ("from" date, "to" date, works boolean, name text, name_en text, provisional boolean)
cross join lateral generate_series(s."from", s."to", interval '1 day') d (day)
