grant select on _sqlx_migrations to cityhelm_tick
