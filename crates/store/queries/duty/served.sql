-- What these people serve within a span, wherever the asker may see it.
select d.person, d.post, d.from_at, d.to_at, c.name_zh, c.name_en
from duty d
join centre c on c.id = d.centre
where d.person = any($1) and d.absence is null and d.from_at < $3 and d.to_at > $2
