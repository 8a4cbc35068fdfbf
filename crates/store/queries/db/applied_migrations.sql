select m.version
from _sqlx_migrations m
where m.success
