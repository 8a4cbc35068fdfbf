-- The shape of the database as lines that sort the same on every machine: what belongs to extensions and the partitions,
-- which follow from the date, left out.
with room as (
    select c.oid, n.nspname || '.' || c.relname as name, c.relkind, c.relrowsecurity, c.relforcerowsecurity
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('public', 'tower_sessions', 'demo') and c.relkind in ('r', 'p', 'v', 'm') and not c.relispartition
      and c.relname not like '\_sqlx\_%'
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
),
line as (
    select r.name, 1 as part, '' as sort,
        'table ' || r.name || case when r.relforcerowsecurity then ' (row security forced)' else '' end as text
    from room r
    union all
    select r.name, 2, to_char(a.attnum, '000'),
        '  ' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || case when a.attnotnull then ' not null' else '' end
            || case when a.attgenerated <> '' then ' generated ' || pg_get_expr(d.adbin, d.adrelid)
                    when a.attidentity <> '' then ' identity'
                    when d.adbin is not null then ' default ' || pg_get_expr(d.adbin, d.adrelid) else '' end
    from room r
    join pg_attribute a on a.attrelid = r.oid and a.attnum > 0 and not a.attisdropped
    left join pg_attrdef d on d.adrelid = r.oid and d.adnum = a.attnum
    union all
    select r.name, 3, k.conname, '  constraint ' || k.conname || ' ' || pg_get_constraintdef(k.oid)
    from room r
    join pg_constraint k on k.conrelid = r.oid
    union all
    select r.name, 4, i.relname, '  ' || pg_get_indexdef(i.oid)
    from room r
    join pg_index x on x.indrelid = r.oid
    join pg_class i on i.oid = x.indexrelid
    where not exists (select from pg_constraint k where k.conindid = i.oid)
    union all
    select r.name, 5, p.polname,
        '  policy ' || p.polname || ' to ' || array_to_string(array(
            select case when o.oid = 0 then 'public' when o.rolname like 'cityhelm\_%' then o.rolname else 'owner' end
            from unnest(p.polroles) as given (oid)
            left join pg_roles o on o.oid = given.oid
            order by 1), ', ') || ' using (' || coalesce(pg_get_expr(p.polqual, p.polrelid), 'true') || ')'
    from room r
    join pg_policy p on p.polrelid = r.oid
    union all
    select r.name, 6, g.tgname, '  ' || pg_get_triggerdef(g.oid)
    from room r
    join pg_trigger g on g.tgrelid = r.oid and not g.tgisinternal
    union all
    select r.name, 7, g.grantee, '  grant ' || string_agg(lower(g.privilege_type), ', ' order by g.privilege_type) || ' to ' || g.grantee
    from room r
    join information_schema.role_table_grants g on g.table_schema || '.' || g.table_name = r.name
    where g.grantee like 'cityhelm\_%'
    group by r.name, g.grantee
)
select l.text
from line l
order by l.name, l.part, l.sort collate "C", l.text collate "C"
