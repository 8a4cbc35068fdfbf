update report_draft d
set spec = $3, kept_at = $4, trouble = $5
where d.id = $1 and d.person = $2
