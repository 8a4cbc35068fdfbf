-- So many rows are written; nothing comes back when it was cancelled meanwhile.
update export
set done = $2
where id = $1 and state = 'running'
returning id
