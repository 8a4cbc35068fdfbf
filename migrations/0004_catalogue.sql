-- Catalogues that belong to no centre: quantities, kinds, boards, lanes, KPI and indicator definitions, responsibilities.

create table quantity (
    code text constraint quantity_pkey primary key,
    name_zh text not null,
    name_en text not null,
    unit text not null,
    decimals smallint not null,
    -- What is physically possible; outside it a reading goes to the dead letters.
    min_value double precision not null,
    max_value double precision not null,
    constraint quantity_span_check check (min_value < max_value)
);

create table risk_kind (
    code text constraint risk_kind_pkey primary key,
    name_zh text not null,
    name_en text not null
);

create table board (
    code text constraint board_pkey primary key,
    seq smallint not null,
    -- 'city' boards stand at city and district; 'township' boards at the township.
    tier text not null constraint board_tier_check check (tier in ('city', 'township')),
    name_zh text not null,
    name_en text not null
);

create table lane (
    code text constraint lane_pkey primary key,
    board text not null constraint lane_board_fkey references board (code),
    -- The board it stands under at the township; none if townships do not run it.
    township_board text constraint lane_township_board_fkey references board (code),
    seq smallint not null,
    name_zh text not null,
    name_en text not null
);

create table sublane (
    code text constraint sublane_pkey primary key,
    lane text not null constraint sublane_lane_fkey references lane (code),
    seq smallint not null,
    name_zh text not null,
    name_en text not null
);

create table kpi (
    id bigint generated always as identity constraint kpi_pkey primary key,
    code text not null constraint kpi_code_key unique,
    sublane text not null constraint kpi_sublane_fkey references sublane (code),
    seq smallint not null,
    name_zh text not null,
    name_en text not null,
    definition_zh text not null,
    definition_en text not null,
    unit text not null,
    decimals smallint not null,
    aim text not null constraint kpi_aim_check check (aim in ('higher', 'lower')),
    cumulative boolean not null,
    period text not null constraint kpi_period_check check (period in ('month', 'quarter', 'year')),
    tiers text[] not null,
    illustrative boolean not null,
    source text not null
);
create index kpi_sublane on kpi (sublane);

create table indicator (
    code text constraint indicator_pkey primary key,
    seq smallint not null,
    name_zh text not null,
    name_en text not null,
    definition_zh text not null,
    definition_en text not null,
    source_zh text not null,
    source_en text not null,
    unit text not null,
    decimals smallint not null,
    board text constraint indicator_board_fkey references board (code),
    -- Place among the eight tiles of the cockpit's front; none if not there.
    front smallint,
    tiers text[] not null,
    -- Made of readings of this quantity, so many together; none for signs that are reported, not measured.
    quantity text constraint indicator_quantity_fkey references quantity (code),
    risk_kind text constraint indicator_risk_kind_fkey references risk_kind (code),
    aggregation text constraint indicator_aggregation_check check (aggregation in ('max', 'min', 'mean', 'sum', 'last')),
    direction text constraint indicator_direction_check check (direction in ('above', 'below')),
    -- [{"level":"red","raise":30,"clear":20}, …] as domain::risk::Band.
    bands jsonb not null default '[]',
    stale_after_s integer not null,
    illustrative boolean not null
);

create table responsibility (
    category text constraint responsibility_pkey primary key,
    class text not null,
    class_zh text not null,
    class_en text not null,
    name_zh text not null,
    name_en text not null,
    -- The tier that must take it, and the post there, in words.
    tier text not null constraint responsibility_tier_check check (tier in ('city', 'district', 'township')),
    post_zh text not null,
    post_en text not null,
    accept_min integer not null,
    handle_min integer not null,
    -- Limits count office hours only.
    working_time boolean not null,
    grade text not null
);

grant select on quantity, risk_kind, board, lane, sublane, kpi, indicator, responsibility
    to cityhelm_app, cityhelm_ingest, cityhelm_tick;
