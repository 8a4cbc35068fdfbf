select k.code, k.name_zh, k.name_en
from risk_kind k
order by k.code
