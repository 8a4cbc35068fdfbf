select d.spec, d.trouble
from report_draft d
where d.id = $1 and d.person = $2
