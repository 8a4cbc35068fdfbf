-- What the database server offers, before anything is asked of it.
select
    current_setting('server_version_num')::int as version,
    array(
        select e.name::text
        from pg_available_extensions e
        where e.name in ('postgis', 'ltree', 'btree_gist')
    ) as extensions
