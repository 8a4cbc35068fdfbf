-- One report; whoever moves it next waits.
select
    r.id, k.code as kpi_code, k.name_zh, k.name_en, k.unit, k.decimals, t.tag as centre_tag, r.period, r.value, r.note, r.evidence,
    r.state, r.revision, h.name as who, r.at, r.reason, r.person, s.lane
from kpi_report r
join kpi k on k.id = r.kpi
join sublane s on s.code = k.sublane
join centre_tag t on t.id = r.centre
join person h on h.id = r.person
where r.id = $1
for update of r
