-- The versions of a category, latest first.
select v.id, v.version, v.state, v.note, coalesce(p.name, '') as proposed_by, v.proposed_at, v.valid_from,
       coalesce(d.name, '') as decided_by, v.decided_at,
       v.tier, v.post_zh, v.post_en, v.lane, l.name_zh as lane_zh, l.name_en as lane_en, v.accept_min, v.register_min, v.dispatch_min,
       v.handle_min, v.verify_min, v.close_min, v.working_time
from responsibility_version v
left join lane l on l.code = v.lane
left join person p on p.id = v.proposed_by
left join person d on d.id = v.decided_by
where v.category = $1
order by v.version desc
limit 50
