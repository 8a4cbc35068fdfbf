-- Ids are drawn before transactions commit, so a lower id may appear after a higher one was sent: whatever began in
-- the seconds before is sent again. A message told twice costs one refetch.
select c.id, c.topic, c.row_id, c.paths::text[]
from change c
where c.id > $1
   or c.id <> $1 and c.at > (select l.at - interval '10 seconds' from change l where l.id = $1)
order by c.id
limit $2
