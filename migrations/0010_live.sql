-- What changed, for the live stream; and roll-ups, so that a count costs one row.

create table change (
    id bigint generated always as identity constraint change_pkey primary key,
    at timestamptz not null default now(),
    topic text not null,
    row_id bigint,
    paths ltree[] not null
);
comment on table change is 'The last hour of changes, to resume a stream. A tick forgets older ones.';
create index change_at on change (at);
call guard('change', 'paths <@ (select scope())');
grant select, insert on change to cityhelm_app, cityhelm_ingest, cityhelm_tick, cityhelm_gate;
grant delete on change to cityhelm_tick;

create function announce_change() returns trigger
    language plpgsql as $$
declare message text := json_build_object('id', new.id, 'topic', new.topic, 'row', new.row_id, 'paths', new.paths::text[])::text;
begin
    -- A notification holds 8,000 bytes; of a longer one the listeners read the row.
    perform pg_notify('cityhelm_change', case when octet_length(message) < 7900 then message
        else json_build_object('id', new.id)::text end);
    return null;
end $$;
create trigger change_announce after insert on change for each row execute function announce_change();

-- Counts by centre. `day` is '-infinity' for what stands now, a city day for what happened on it.
create table tally (
    path ltree not null,
    district bigint not null,
    topic text not null,
    state text not null,
    level smallint not null,
    day date not null,
    n bigint not null,
    constraint tally_pkey primary key (path, topic, state, level, day)
);
create table tally_delta (
    id bigint generated always as identity constraint tally_delta_pkey primary key,
    path ltree not null,
    district bigint not null,
    topic text not null,
    state text not null,
    level smallint not null,
    day date not null,
    n integer not null
);
create index tally_delta_path on tally_delta using gist (path);
call guard('tally', 'path <@ (select scope())');
call guard('tally_delta', 'path <@ (select scope())');
grant select on tally to cityhelm_app;
grant select, insert, update, delete on tally to cityhelm_tick;
grant select on tally_delta to cityhelm_app;
grant select, delete on tally_delta to cityhelm_tick;

-- Runs as the owner, because whoever moves a shared row counts in a scope that is not theirs.
create function count_moves() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    if tg_op = 'INSERT' then
        execute format('insert into tally_delta (path, district, topic, state, level, day, n)
            select t.path, t.district, t.topic, t.state, t.level, t.day, t.n::integer from (%s) t where t.n <> 0',
            format(tally_question(tg_argv[0]), 'select *, 1 as n from added'));
    else
        execute format('insert into tally_delta (path, district, topic, state, level, day, n)
            select t.path, t.district, t.topic, t.state, t.level, t.day, t.n::integer from (%s) t where t.n <> 0',
            format(tally_question(tg_argv[0]), 'select *, 1 as n from added union all select *, -1 as n from removed'));
    end if;
    return null;
end $$;

-- What is counted of each noun: warnings open by level; events open, late, reported and closed by day; assignments supervised;
-- reviews and improvements open. `%s` is the rows with their sign.
create function tally_question(noun text) returns text
    language sql immutable as $$
select case noun
when 'warning' then $q$
    select path, district, 'warning' as topic, 'open' as state, level, '-infinity'::date as day, sum(n) as n
    from (%s) r where cleared_at is null group by path, district, level $q$
when 'event' then $q$
    with r as (%s)
    select path, district, 'event' as topic, 'open' as state, level, '-infinity'::date as day, sum(n) as n
    from r where state not in ('closed', 'rejected', 'merged', 'void') group by path, district, level
    union all
    select path, district, 'event', 'late', level, '-infinity'::date, sum(n)
    from r where late and state not in ('closed', 'rejected', 'merged', 'void') group by path, district, level
    union all
    select path, district, 'event', 'reported', level, (reported_at at time zone 'Asia/Shanghai')::date, sum(n)
    from r group by path, district, level, 6
    union all
    select path, district, 'event', case when late then 'closed_late' else 'closed' end, level,
           (closed_at at time zone 'Asia/Shanghai')::date, sum(n)
    from r where closed_at is not null group by path, district, level, 6, 4 $q$
when 'assignment' then $q$
    select path, district, 'assignment' as topic, 'supervised' as state, 0::smallint as level, '-infinity'::date as day, sum(n) as n
    from (%s) r where supervision <> 'none' and state in ('issued', 'delivered', 'read', 'accepted', 'doing')
    group by path, district $q$
when 'review' then $q$
    select path, district, 'review' as topic, 'open' as state, 0::smallint as level, '-infinity'::date as day, sum(n) as n
    from (%s) r where state = 'open' group by path, district $q$
when 'improvement' then $q$
    with r as (%s)
    select path, district, 'improvement' as topic, 'open' as state, 0::smallint as level, '-infinity'::date as day, sum(n) as n
    from r where done_at is null group by path, district
    union all
    select path, district, 'improvement', 'late', 0::smallint, '-infinity'::date, sum(n)
    from r where done_at is null and late group by path, district $q$
end $$;

do $$
declare noun text;
begin
    foreach noun in array array['warning', 'event', 'assignment', 'review', 'improvement'] loop
        execute format('create trigger %s_counts_new after insert on %s referencing new table as added
            for each statement execute function count_moves(%L)', noun, noun, noun);
        execute format('create trigger %s_counts after update on %s referencing old table as removed new table as added
            for each statement execute function count_moves(%L)', noun, noun, noun);
    end loop;
end $$;

-- Partitions for the seven months behind, where the demo's history lies, and three ahead; a tick asks again every day.
create procedure partitions_ahead(now_day date, months_behind integer)
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    first_day date := (now_day - make_interval(months => months_behind))::date;
    last_day date := (now_day + interval '3 months')::date;
begin
    call partitions_for('reading', interval '1 month', first_day, last_day);
    call partitions_for('indicator_value', interval '1 month', first_day, last_day);
    call partitions_for('audit', interval '1 month', first_day, last_day);
    call partitions_for('event', interval '1 year', first_day, last_day);
end $$;
grant execute on procedure partitions_ahead(date, integer) to cityhelm_tick;
call partitions_ahead(current_date, 7);
