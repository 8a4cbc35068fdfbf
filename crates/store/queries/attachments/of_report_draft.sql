select a.id, a.name, a.media_type
from attachment a
where a.report_draft = $1
order by a.id
