update export
set state = 'cancelled', ended_at = $2
where id = $1 and state in ('waiting', 'running')
returning id
