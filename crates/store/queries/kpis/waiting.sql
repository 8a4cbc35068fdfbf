-- Reports that wait for a centre ($1): of the centres directly below; of its own too, if it has none above ($2). Nobody approves
-- what they reported ($3). First come, first served.
select
    r.id, k.code as kpi_code, k.name_zh, k.name_en, k.unit, k.decimals, t.tag as centre_tag, r.period, r.value, r.note, r.evidence,
    r.state, r.revision, h.name as who, r.at, r.reason, r.person, s.lane
from kpi_report r
join centre c on c.id = r.centre and (c.parent = $1 or ($2 and c.id = $1))
join kpi k on k.id = r.kpi
join sublane s on s.code = k.sublane
join centre_tag t on t.id = r.centre
join person h on h.id = r.person
where r.state = 'submitted' and r.person <> $3
    and not exists (
        select from kpi_report newer
        where newer.centre = r.centre and newer.kpi = r.kpi and newer.period = r.period and newer.revision > r.revision)
    and ($4::timestamptz is null or (r.at, r.id) > ($4, $5))
order by r.at, r.id
limit $6
