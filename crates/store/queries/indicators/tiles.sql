-- Signs of a centre, in their fixed order: with $4 those of the front alone, with $5 this one alone. $3 is now.
select
    i.code, i.name_zh, i.name_en, i.definition_zh, i.definition_en, i.source_zh, i.source_en, i.unit, i.decimals, i.illustrative,
    i.direction, i.bands, n.value, n.at, n.hour_before, coalesce(n.level, 0::smallint) as level, coalesce(n.spark, '{}') as spark,
    coalesce(n.at < $3::timestamptz - make_interval(secs => i.stale_after_s), false) as stale
from indicator i
left join indicator_now n on n.indicator = i.code and n.centre = $1
where $2 = any (i.tiers)
    and (not $4::boolean or i.front is not null)
    and ($5::text is null or i.code = $5)
order by case when $4::boolean then i.front else i.seq end, i.seq
limit 500
