insert into change (topic, row_id, paths)
values ($1, $2, $3::ltree[])
