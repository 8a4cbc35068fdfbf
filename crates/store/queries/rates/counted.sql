-- Cases of one rate ($1) within a district ($2, null the city) and path ($3), from $4 to before $5, of one lane or all ($6), and
-- of them those in the numerator, in the denominator, or missed ($7), and of a tier by its depth
-- ($11), latest first.
select
    n.id, n.event, e.number, e.title_zh, e.title_en, t.tag as centre_tag, n.at, n.numerator, n.denominator, n.why, n.amount,
    n.appeal as revises, n.noted_at, a.id as appeal, a.state as appeal_state
from rate_entry n
join event e on e.id = n.event
join centre_tag t on t.id = n.centre
left join rate_appeal a on a.entry = n.id and a.state <> 'withdrawn'
where n.rate = $1 and ($2::bigint is null or n.district = $2) and ($3::text is null or n.path <@ $3::ltree)
    and n.at >= $4 and n.at < $5 and ($6 = '' or n.lane = $6)
    and ($11::bigint is null or (n.why = 'tier' and n.amount = $11))
    and case $7
        when 'numerator' then n.numerator <> 0
        when 'missed' then n.numerator <> n.denominator
        else true end
    and ($8::timestamptz is null or (n.at, n.id) < ($8, $9))
order by n.at desc, n.id desc
limit $10
