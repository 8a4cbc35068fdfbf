insert into gateway (login, password_hash, path)
select $1, $2, c.path
from centre c
where c.code = $3
