delete from export
where ended_at < $1
