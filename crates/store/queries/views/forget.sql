delete from saved_view
where removed_at < $1
