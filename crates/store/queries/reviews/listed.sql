-- Reviews of the city ($1 and $2 null), a district ($1) or a centre below it ($2), latest first.
select
    r.id, r.state, r.event, r.opened_at, r.concluded_at, r.findings, r.path::text as path,
    i.promised, i.made, i.late, k.name_zh as rule_zh, k.name_en as rule_en, coalesce(p.name, '') as opened_by
from review r
left join review_rule k on k.code = r.rule
left join person p on p.id = r.opened_by
cross join lateral (
    select
        count(*) as promised, count(*) filter (where m.done_at is not null) as made,
        count(*) filter (where m.done_at is null and m.due_on < $7) as late
    from improvement m
    where m.review = r.id
) i
where ($1::bigint is null or r.district = $1)
    and ($2::text is null or r.path <@ $2::ltree)
    and ($3::boolean or $8::text is not null or r.state = 'open')
    and ($8::text is null or r.words @> bigrams($8))
    and ($4::timestamptz is null or (r.opened_at, r.id) < ($4, $5))
order by r.opened_at desc, r.id desc
limit $6
