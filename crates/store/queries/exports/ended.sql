update export
set state = case when $2::bytea is null then 'failed' else 'done' end, file = $2, ended_at = $3
where id = $1 and state = 'running'
