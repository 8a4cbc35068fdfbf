delete from roster_import i
where i.sent_at < $1
