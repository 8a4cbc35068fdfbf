delete from dead_letter l
where l.id in (select o.id from dead_letter o where o.at < $1 order by o.at limit $2)
