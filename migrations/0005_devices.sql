-- What the risk map shows and what watches it: risk points, devices, datastreams, readings.

create table risk_point (
    id bigint generated always as identity constraint risk_point_pkey primary key,
    district bigint not null,
    centre bigint not null constraint risk_point_centre_fkey references centre (id),
    path ltree not null,
    code text not null constraint risk_point_code_key unique,
    kind text not null constraint risk_point_kind_fkey references risk_kind (code),
    name_zh text not null,
    name_en text not null,
    grade smallint not null constraint risk_point_grade_check check (grade between 1 and 4),
    -- Worst open warning at it, kept by the warning's trigger, so that tiles read one row a point.
    warned smallint not null default 0,
    place geometry(point, 4326) not null,
    place_3857 geometry(point, 3857) generated always as (st_transform(place, 3857)) stored
);
create index risk_point_path on risk_point using gist (path);
create index risk_point_place on risk_point using gist (place_3857);
create index risk_point_warned on risk_point (district, warned desc, id);
call guard('risk_point', 'path <@ (select scope())');
grant select on risk_point to cityhelm_app, cityhelm_ingest, cityhelm_tick;

create table gateway (
    login text constraint gateway_pkey primary key,
    password_hash text not null,
    -- Only devices below this centre are taken from it.
    path ltree not null,
    disabled_at timestamptz
);
grant select on gateway to cityhelm_ingest;

create table device (
    id bigint generated always as identity constraint device_pkey primary key,
    district bigint not null,
    centre bigint not null constraint device_centre_fkey references centre (id),
    path ltree not null,
    code text not null constraint device_code_key unique,
    risk_point bigint constraint device_risk_point_fkey references risk_point (id),
    kind text not null,
    name_zh text not null,
    name_en text not null,
    stage text not null constraint device_stage_check check (stage in ('built', 'managed', 'used', 'operated')),
    gateway text constraint device_gateway_fkey references gateway (login),
    -- Seconds between two readings when all is well.
    period_s integer not null,
    place geometry(point, 4326) not null,
    place_3857 geometry(point, 3857) generated always as (st_transform(place, 3857)) stored
);
create index device_path on device using gist (path);
create index device_place on device using gist (place_3857);
create index device_risk_point on device (risk_point);
call guard('device', 'path <@ (select scope())');
grant select on device to cityhelm_app, cityhelm_ingest, cityhelm_tick;

create table datastream (
    id bigint generated always as identity constraint datastream_pkey primary key,
    district bigint not null,
    centre bigint not null constraint datastream_centre_fkey references centre (id),
    path ltree not null,
    device bigint not null constraint datastream_device_fkey references device (id),
    risk_point bigint constraint datastream_risk_point_fkey references risk_point (id),
    quantity text not null constraint datastream_quantity_fkey references quantity (code),
    constraint datastream_device_quantity_key unique (device, quantity)
);
create index datastream_path on datastream using gist (path);
create index datastream_risk_point on datastream (risk_point);
create index datastream_quantity on datastream (quantity, district);
call guard('datastream', 'path <@ (select scope())');
grant select on datastream to cityhelm_app, cityhelm_ingest, cityhelm_tick;

-- The latest value of each series, apart from the series' own row because it changes with every reading.
create table datastream_now (
    datastream bigint constraint datastream_now_pkey primary key
        constraint datastream_now_datastream_fkey references datastream (id),
    district bigint not null,
    path ltree not null,
    at timestamptz not null,
    value double precision not null,
    before_value double precision
) with (fillfactor = 70);
create index datastream_now_path on datastream_now using gist (path);
create index datastream_now_district on datastream_now (district, at desc);
call guard('datastream_now', 'path <@ (select scope())');
grant select on datastream_now to cityhelm_app, cityhelm_tick;
grant select, insert, update on datastream_now to cityhelm_ingest;

create table reading (
    district bigint not null,
    datastream bigint not null,
    at timestamptz not null,
    value double precision not null,
    received_at timestamptz not null,
    -- NaN sorts above everything and the infinities lie outside: this keeps all three out.
    constraint reading_value_check check (value between -1e12 and 1e12),
    constraint reading_pkey primary key (datastream, at)
) partition by range (at);
call guard('reading', 'exists (select from datastream d where d.id = datastream)');
grant select on reading to cityhelm_app, cityhelm_tick;
grant select, insert on reading to cityhelm_ingest;

create table dead_letter (
    id bigint generated always as identity constraint dead_letter_pkey primary key,
    at timestamptz not null,
    gateway text not null,
    topic text not null,
    message_id text,
    payload text not null,
    -- domain::Refusal as JSON.
    reason jsonb not null
);
create index dead_letter_at on dead_letter (at);
grant select, insert on dead_letter to cityhelm_ingest;
grant select, delete on dead_letter to cityhelm_tick;
grant select on dead_letter to cityhelm_app;

create table pipeline (
    id bigint generated always as identity constraint pipeline_pkey primary key,
    district bigint not null,
    centre bigint not null constraint pipeline_centre_fkey references centre (id),
    path ltree not null,
    kind text not null,
    name_zh text not null,
    name_en text not null,
    line geometry(multilinestring, 4326) not null,
    line_3857 geometry(multilinestring, 3857) generated always as (st_transform(line, 3857)) stored
);
create index pipeline_line on pipeline using gist (line_3857);
call guard('pipeline', 'path <@ (select scope())');
grant select on pipeline to cityhelm_app;

create table river (
    id bigint generated always as identity constraint river_pkey primary key,
    name_zh text not null,
    name_en text not null,
    kind text not null,
    line geometry(multilinestring, 4326) not null,
    line_3857 geometry(multilinestring, 3857) generated always as (st_transform(line, 3857)) stored
);
create index river_line on river using gist (line_3857);
grant select on river to cityhelm_app;
