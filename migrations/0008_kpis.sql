-- KPI targets and reports, and the values of vital signs.

create table kpi_target (
    district bigint not null,
    centre bigint not null constraint kpi_target_centre_fkey references centre (id),
    path ltree not null,
    kpi bigint not null constraint kpi_target_kpi_fkey references kpi (id),
    year smallint not null,
    target double precision not null,
    constraint kpi_target_pkey primary key (centre, kpi, year)
);
call guard('kpi_target', 'path <@ (select scope())');
grant select on kpi_target to cityhelm_app, cityhelm_tick;

create table kpi_report (
    id bigint generated always as identity constraint kpi_report_pkey primary key,
    district bigint not null,
    centre bigint not null constraint kpi_report_centre_fkey references centre (id),
    path ltree not null,
    kpi bigint not null constraint kpi_report_kpi_fkey references kpi (id),
    -- Last day of the period.
    period date not null,
    revision integer not null,
    value double precision not null constraint kpi_report_value_check check (value between -1e15 and 1e15),
    note text not null default '',
    evidence bigint[] not null default '{}',
    state text not null constraint kpi_report_state_check check (
        state in ('draft', 'submitted', 'approved', 'accepted', 'returned')),
    reason text not null default '',
    person bigint not null constraint kpi_report_person_fkey references person (id),
    at timestamptz not null,
    constraint kpi_report_revision_key unique (centre, kpi, period, revision)
);
create index kpi_report_listed on kpi_report (centre, kpi, period desc, revision desc);
create index kpi_report_waiting on kpi_report (district, at) where state = 'submitted';
call guard('kpi_report', 'path <@ (select scope())');
grant select, insert, update on kpi_report to cityhelm_app;

-- Where each KPI of each centre stands: one row, however long the history.
create table kpi_now (
    district bigint not null,
    centre bigint not null constraint kpi_now_centre_fkey references centre (id),
    path ltree not null,
    kpi bigint not null constraint kpi_now_kpi_fkey references kpi (id),
    period date,
    value double precision,
    previous double precision,
    -- Reports that wait for approval.
    waiting integer not null default 0,
    constraint kpi_now_pkey primary key (centre, kpi)
);
create index kpi_now_kpi on kpi_now (kpi, district);
call guard('kpi_now', 'path <@ (select scope())');
grant select, insert, update on kpi_now to cityhelm_app;

create table indicator_value (
    district bigint not null,
    centre bigint not null,
    indicator text not null,
    at timestamptz not null,
    value double precision not null constraint indicator_value_check check (value between -1e15 and 1e15),
    constraint indicator_value_pkey primary key (centre, indicator, at)
) partition by range (at);
call guard('indicator_value', 'exists (select from centre c where c.id = centre and c.path <@ (select scope()))');
grant select on indicator_value to cityhelm_app;
grant select, insert, update on indicator_value to cityhelm_ingest, cityhelm_tick;

create table indicator_now (
    district bigint not null,
    centre bigint not null constraint indicator_now_centre_fkey references centre (id),
    path ltree not null,
    indicator text not null constraint indicator_now_indicator_fkey references indicator (code),
    at timestamptz not null,
    value double precision not null,
    hour_before double precision,
    level smallint not null default 0,
    -- The last 24 hours, evenly spaced.
    spark double precision[] not null default '{}',
    constraint indicator_now_pkey primary key (centre, indicator)
) with (fillfactor = 70);
create index indicator_now_indicator on indicator_now (indicator, district);
call guard('indicator_now', 'path <@ (select scope())');
grant select on indicator_now to cityhelm_app;
grant select, insert, update on indicator_now to cityhelm_ingest, cityhelm_tick;
