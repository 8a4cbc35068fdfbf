-- What the list says of a category at a moment ($2).
select r.category, r.name_zh, r.name_en, v.version, v.tier, v.accept_min, v.register_min, v.dispatch_min, v.handle_min, v.verify_min,
       v.close_min, v.working_time
from responsibility r
join responsibility_version v on v.category = r.category and v.version = responsibility_in_force(r.category, $2)
where r.category = $1
