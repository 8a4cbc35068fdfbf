-- Threshold rules, what the machine remembers, and the warnings it raises.

create table rule (
    id bigint generated always as identity constraint rule_pkey primary key,
    code text not null constraint rule_code_key unique,
    quantity text not null constraint rule_quantity_fkey references quantity (code),
    -- The particular goes before the general: a rule for a point, then for a kind of point, then for the quantity.
    risk_kind text constraint rule_risk_kind_fkey references risk_kind (code),
    risk_point bigint constraint rule_risk_point_fkey references risk_point (id),
    direction text not null constraint rule_direction_check check (direction in ('above', 'below')),
    bands jsonb not null,
    for_raise_s integer not null,
    for_clear_s integer not null,
    stale_after_s integer not null,
    -- The event it opens.
    category text not null constraint rule_category_fkey references responsibility (category),
    -- With {point} and {value} in them.
    title_zh text not null,
    title_en text not null
);
create index rule_quantity on rule (quantity);
grant select on rule to cityhelm_app, cityhelm_ingest, cityhelm_tick;

create table watch (
    rule bigint not null constraint watch_rule_fkey references rule (id),
    datastream bigint not null constraint watch_datastream_fkey references datastream (id),
    district bigint not null,
    path ltree not null,
    -- domain::risk::Watch as JSON.
    state jsonb not null,
    last_at timestamptz not null,
    constraint watch_pkey primary key (datastream, rule)
) with (fillfactor = 70);
call guard('watch', 'path <@ (select scope())');
grant select on watch to cityhelm_app, cityhelm_tick;
grant select, insert, update on watch to cityhelm_ingest;

-- The machine's state each time it changed, so that a late reading is replayed from just before it and not from the beginning.
create table watch_step (
    rule bigint not null,
    datastream bigint not null,
    at timestamptz not null,
    state jsonb not null,
    constraint watch_step_pkey primary key (datastream, rule, at),
    constraint watch_step_watch_fkey foreign key (datastream, rule) references watch (datastream, rule) on delete cascade
);
grant select, insert, update, delete on watch_step to cityhelm_ingest;
grant select, delete on watch_step to cityhelm_tick;

create table warning (
    id bigint generated always as identity constraint warning_pkey primary key,
    district bigint not null,
    centre bigint not null constraint warning_centre_fkey references centre (id),
    path ltree not null,
    rule bigint not null constraint warning_rule_fkey references rule (id),
    datastream bigint not null constraint warning_datastream_fkey references datastream (id),
    risk_point bigint constraint warning_risk_point_fkey references risk_point (id),
    level smallint not null constraint warning_level_check check (level between 1 and 4),
    worst smallint not null constraint warning_worst_check check (worst between level and 4),
    state text not null constraint warning_state_check check (state in ('raised', 'acknowledged', 'cleared')),
    title_zh text not null,
    title_en text not null,
    value double precision not null,
    before_value double precision,
    value_at timestamptz not null,
    threshold double precision not null,
    raised_at timestamptz not null,
    acknowledged_at timestamptz,
    acknowledged_by bigint constraint warning_acknowledged_by_fkey references person (id),
    cleared_at timestamptz,
    stale boolean not null default false,
    event bigint,
    constraint warning_cleared_check check ((state = 'cleared') = (cleared_at is not null))
);
-- One open warning per rule and subject.
create unique index warning_open_key on warning (rule, datastream) where cleared_at is null;
create index warning_open on warning (district, level desc, raised_at desc) where cleared_at is null;
create index warning_past on warning (district, raised_at desc);
create index warning_event on warning (event);
create index warning_risk_point on warning (risk_point) where cleared_at is null;
call guard('warning', 'path <@ (select scope())');
grant select, update (state, acknowledged_at, acknowledged_by) on warning to cityhelm_app;
grant select, insert, update on warning to cityhelm_ingest, cityhelm_tick;

create function mark_warned_risk_points() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    update risk_point p set warned = w.level
    from (select c.risk_point,
                 coalesce((select max(o.level) from warning o where o.risk_point = c.risk_point and o.cleared_at is null), 0) as level
          from (select distinct risk_point from changed where risk_point is not null) c) w
    where p.id = w.risk_point and p.warned <> w.level;
    return null;
end $$;
create trigger warning_marks_points_new after insert on warning
    referencing new table as changed for each statement execute function mark_warned_risk_points();
create trigger warning_marks_points after update on warning
    referencing new table as changed for each statement execute function mark_warned_risk_points();
