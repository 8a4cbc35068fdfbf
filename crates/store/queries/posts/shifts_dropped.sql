-- Shifts to come of a post ($1) that are still somebody's ($2) who left it: nobody serves them. $3 now.
delete from duty d
where d.post = $1 and d.person = $2 and d.to_at > $3
returning d.id, d.from_at, d.to_at
