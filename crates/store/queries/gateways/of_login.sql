select g.login, g.password_hash, g.path::text as path, g.disabled_at is not null as disabled
from gateway g
where g.login = $1
