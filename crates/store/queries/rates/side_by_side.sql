-- Centres set side by side under one ($1), those directly below or all of a tier ($2), with whom each is compared and its counts
-- by the rate that ranks ($3), over a period ($4 its grain, $5 its first day, $6 the day after its last), of one lane or all ($7).
select
    t.tag, coalesce(g.code, c.kind) as group_code, coalesce(g.name_zh, c.kind) as group_zh, coalesce(g.name_en, c.kind) as group_en,
    n.numerator, n.denominator
from centre c
join centre_tag t on t.id = c.id
left join comparison_group g on g.tier = c.tier and g.kind = c.kind
cross join lateral (
    select coalesce(sum(x.numerator), 0)::bigint as numerator, coalesce(sum(x.denominator), 0)::bigint as denominator
    from (
        select y.numerator, y.denominator
        from rate_tally y
        where y.path = c.path and y.grain = $4 and y.start >= $5 and y.start < $6 and y.rate = $3 and y.lane = $7 and y.category = ''
        union all
        select d.numerator, d.denominator
        from rate_delta d
        where d.path <@ c.path and d.day >= $5 and d.day < $6 and d.rate = $3 and ($7 = '' or d.lane = $7)
    ) x
) n
where c.path <@ $1::ltree and c.path <> $1::ltree
    and ($2::text is null and nlevel(c.path) = nlevel($1::ltree) + 1 or c.tier = $2)
order by group_code, c.code
limit 2000
