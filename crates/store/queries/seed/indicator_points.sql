update indicator set risk_point = p.id
from jsonb_to_recordset($1::jsonb) as i (code text, risk_point text)
join risk_point p on p.code = i.risk_point
where indicator.code = i.code
