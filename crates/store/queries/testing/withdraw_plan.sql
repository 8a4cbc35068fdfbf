update plan p
set retired_at = now()
where p.id = $1
