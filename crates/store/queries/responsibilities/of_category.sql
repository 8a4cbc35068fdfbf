select r.category, r.name_zh, r.name_en, r.tier, r.accept_min, r.register_min, r.dispatch_min, r.handle_min,
       r.verify_min, r.close_min, r.working_time
from responsibility r
where r.category = $1
