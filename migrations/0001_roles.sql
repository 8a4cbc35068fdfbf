-- Roles and the second wall.
--
-- Four roles read and write for the server; none owns a table.
--   cityhelm_app     people's requests, within the scope of their post
--   cityhelm_ingest  readings from gateways, and the verdicts that follow
--   cityhelm_tick    what time itself brings: overdue, stale, roll-ups
--   cityhelm_gate    sign-in and sessions, before there is a scope
-- `cityhelm migrate` gives them their passwords.

create extension if not exists postgis;
create extension if not exists ltree;

do $$
declare role_name text;
begin
    foreach role_name in array array['cityhelm_app', 'cityhelm_ingest', 'cityhelm_tick', 'cityhelm_gate'] loop
        if not exists (select from pg_roles where rolname = role_name) then
            execute format('create role %I login', role_name);
        end if;
        execute format('grant connect on database %I to %I', current_database(), role_name);
        execute format('grant usage on schema public to %I', role_name);
    end loop;
end $$;

-- The scope of the request. Once a transaction has set it, the setting reads '' ever after on that connection: hence nullif.
create function scope() returns ltree
    language sql stable parallel safe
    return nullif(current_setting('cityhelm.scope', true), '')::ltree;

create function acting_person() returns bigint
    language sql stable parallel safe
    return nullif(current_setting('cityhelm.person', true), '')::bigint;

-- Puts a table behind the wall: people's requests see the rows that `visible` admits and write those that lie in their scope
-- or were shared with it; the server's own roles and the owner, who migrates and seeds, pass.
create procedure guard(guarded regclass, visible text)
    language plpgsql as $$
begin
    execute format('alter table %s enable row level security', guarded);
    execute format('alter table %s force row level security', guarded);
    execute format('create policy people on %s to cityhelm_app using (%s) with check (%s)', guarded, visible, visible);
    execute format('create policy works on %s to cityhelm_ingest, cityhelm_tick, cityhelm_gate using (true) with check (true)', guarded);
    execute format('create policy keeper on %s to current_user using (true) with check (true)', guarded);
end $$;

-- Gives a table partitions by time that cover a day, and the same table's next ones when asked again.
create procedure partitions_for(parent regclass, span interval, from_day date, to_day date)
    language plpgsql as $$
declare
    unit text := case when span >= interval '1 year' then 'year' else 'month' end;
    at_day date := date_trunc(unit, from_day)::date;
    part text;
begin
    while at_day <= to_day loop
        part := format('%s_%s', parent, to_char(at_day, case unit when 'year' then 'YYYY' else 'YYYYMM' end));
        if to_regclass(part) is null then
            execute format('create table %I partition of %s for values from (%L) to (%L)', part, parent,
                           at_day, (at_day + span)::date);
        end if;
        at_day := (at_day + span)::date;
    end loop;
end $$;
