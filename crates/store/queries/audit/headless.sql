-- Districts with entries whose chain has no head.
select distinct a.district
from audit a
where not exists (select from audit_head h where h.district = a.district)
order by a.district
