-- One case with all its page shows. Where it is: the township of its risk point, the centre it was reported at, or the
-- responsible centre. Tier and limits are those of the version of the list that it was opened under.
select
    e.id, e.number, e.title_zh, e.title_en, e.category_zh, e.category_en, e.level, e.state, e.source, e.centre_tag,
    e.district_zh, e.district_en, e.reported_at, e.due_at, e.step_started_at, e.step_due_at, e.stopped_at, e.closed_at,
    e.category, e.description, e.state_before, e.shared_with::text[] as shared_with,
    st_x(e.place) as longitude, st_y(e.place) as latitude,
    e.risk_point, k.name_zh as risk_point_zh, k.name_en as risk_point_en, k.kind as risk_kind,
    r.tier as responsible_tier, r.post_zh, r.post_en, r.accept_min, r.register_min, r.dispatch_min, r.handle_min, r.verify_min,
    r.close_min, r.working_time, coalesce(k.centre, e.place_centre, e.centre) as place_centre,
    e.merged_into, e.parent, x.list_version, x.address
from event_row e
join event x on x.id = e.id and x.reported_at = e.reported_at
join responsibility_version r on r.category = x.category and r.version = x.list_version
left join risk_point k on k.id = e.risk_point
where e.id = $1
