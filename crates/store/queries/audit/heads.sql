select h.district, h.seq, h.hash
from audit_head h
order by h.district
