-- Tier and limits of a category at a moment ($2).
select concat_ws(' · ', r.tier, r.post_zh, r.accept_min, r.register_min, r.dispatch_min, r.handle_min, r.verify_min, r.close_min)
from responsibility_version r
where r.category = $1 and r.version = responsibility_in_force($1, $2)
