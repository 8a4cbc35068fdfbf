-- When these people are away within a span.
select a.person, a.from_at, a.to_at
from absence a
where a.person = any($1) and a.from_at < $3 and a.to_at > $2
