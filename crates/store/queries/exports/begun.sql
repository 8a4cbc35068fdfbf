-- The oldest that is to be made; one that was being made when its server died is begun anew.
update export e
set state = 'running', done = 0
where e.id = (select x.id from export x where x.state in ('waiting', 'running') order by x.id limit 1)
returning e.id, e.actor, e.filter, e.format, e.lang, e.asked_at
