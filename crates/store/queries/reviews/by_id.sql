select
    r.id, r.state, r.event, r.opened_at, r.concluded_at, r.findings, r.path::text as path,
    i.promised, i.made, i.late, k.name_zh as rule_zh, k.name_en as rule_en, coalesce(p.name, '') as opened_by
from review r
left join review_rule k on k.code = r.rule
left join person p on p.id = r.opened_by
cross join lateral (
    select
        count(*) as promised, count(*) filter (where m.done_at is not null) as made,
        count(*) filter (where m.done_at is null and m.due_on < $2) as late
    from improvement m
    where m.review = r.id
) i
where r.id = $1
