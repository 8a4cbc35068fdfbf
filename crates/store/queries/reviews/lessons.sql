-- What was learnt in cases like one ($1): of the latest fifty of its category those that share most words with it.
select l.id, l.title_zh, l.title_en, l.concluded_at, l.findings
from event e
cross join lateral (
    select r.id, r.concluded_at, r.findings, r.words, x.title_zh, x.title_en
    from review r
    join event x on x.id = r.event
    where r.category = e.category and r.state = 'concluded' and r.findings <> '' and r.event <> e.id
    order by r.concluded_at desc, r.id desc
    limit 50
) l
cross join lateral (
    select count(*) as n
    from unnest(l.words) w
    where w = any(bigrams(concat_ws(' ', e.title_zh, e.title_en, e.description)))
) alike
where e.id = $1
order by alike.n desc, l.concluded_at desc, l.id desc
limit 3
