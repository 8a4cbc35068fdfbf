delete from change c
where c.at < $1 and c.id < (select max(l.id) from change l)
