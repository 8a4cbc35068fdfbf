-- Whether a database was finished and kept.
select exists (select from pg_database d where d.datname = $1 and shobj_description(d.oid, 'pg_database') = 'kept')
