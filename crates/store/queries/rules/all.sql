select
    r.id, r.code, r.quantity, r.risk_kind, r.risk_point, r.direction, r.bands, r.for_raise_s, r.for_clear_s, r.stale_after_s,
    r.category, r.title_zh, r.title_en
from rule r
order by r.id
