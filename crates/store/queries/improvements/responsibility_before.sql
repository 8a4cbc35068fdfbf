-- Tier and limits of a category.
select concat_ws(' · ', r.tier, r.post_zh, r.accept_min, r.register_min, r.dispatch_min, r.handle_min, r.verify_min, r.close_min)
from responsibility r
where r.category = $1
