delete from report_draft d
where d.kept_at < $1
