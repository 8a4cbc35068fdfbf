-- The list as it holds at a moment ($1), by class; of a class ($2), a tier ($3), with words ($4).
select r.category, r.name_zh, r.name_en, r.class, r.class_zh, r.class_en, v.version, v.valid_from,
       v.tier, v.post_zh, v.post_en, v.lane, l.name_zh as lane_zh, l.name_en as lane_en, v.accept_min, v.register_min, v.dispatch_min,
       v.handle_min, v.verify_min, v.close_min, v.working_time,
       (select count(*)
        from responsibility_change w
        where w.category = r.category and (w.state = 'proposed' or (w.state = 'set' and w.valid_from > $1))) as waiting
from responsibility r
join responsibility_version v on v.category = r.category and v.version = responsibility_in_force(r.category, $1)
left join lane l on l.code = v.lane
where ($2 = '' or r.class = $2) and ($3::text is null or v.tier = $3)
  and ($4 = '' or strpos(lower(concat_ws(' ', r.category, r.name_zh, r.name_en, r.class_zh, r.class_en, v.post_zh, v.post_en)),
                         lower($4)) > 0)
order by r.class, r.category
limit $5
