-- The event hub, plans, orders.

create table event (
    id bigint generated always as identity,
    reported_at timestamptz not null,
    district bigint not null,
    centre bigint not null constraint event_centre_fkey references centre (id),
    path ltree not null,
    -- Centres outside `path` that were given a part in it: they see it too.
    shared_with ltree[] not null default '{}',
    number text not null,
    category text not null constraint event_category_fkey references responsibility (category),
    title_zh text not null,
    title_en text not null,
    description text not null default '',
    level smallint not null constraint event_level_check check (level between 1 and 4),
    state text not null constraint event_state_check check (state in (
        'reported', 'accepted', 'registered', 'dispatched', 'handling', 'handled_back', 'verified', 'closed',
        'rejected', 'returned', 'suspended', 'merged', 'void')),
    -- Where a suspended or merged case goes back to.
    state_before text,
    source text not null constraint event_source_check check (source in ('warning', 'person', 'hotline', 'grid', 'camera')),
    risk_point bigint constraint event_risk_point_fkey references risk_point (id),
    place geometry(point, 4326),
    reporter bigint constraint event_reporter_fkey references person (id),
    due_at timestamptz not null,
    step_due_at timestamptz,
    -- Past its time while open, or closed late. Set by the tick, counted by the roll-up.
    late boolean not null default false,
    closed_at timestamptz,
    -- Made of the title's characters in pairs, so that a two-character word is found without a scan.
    constraint event_pkey primary key (id, reported_at)
) partition by range (reported_at);
create index event_open on event (district, reported_at desc, id desc)
    where state not in ('closed', 'rejected', 'merged', 'void');
create index event_open_due on event (due_at) where state not in ('closed', 'rejected', 'merged', 'void') and not late;
create index event_listed on event (district, reported_at desc, id desc);
create index event_number on event (number);
create index event_shared on event using gist (shared_with) where shared_with <> '{}';
call guard('event', 'path <@ (select scope()) or shared_with <@ (select scope())');
grant select, insert, update on event to cityhelm_app, cityhelm_ingest, cityhelm_tick;

-- Keys that forms and gateways send so that the same thing twice makes one row.
create table request_key (
    key text not null,
    noun text not null,
    centre bigint not null,
    row_id bigint not null,
    at timestamptz not null default now(),
    constraint request_key_pkey primary key (noun, centre, key)
);
create index request_key_at on request_key (at);
grant select, insert, update on request_key to cityhelm_app;
grant select, delete on request_key to cityhelm_tick;

create table plan (
    id bigint generated always as identity constraint plan_pkey primary key,
    district bigint not null,
    centre bigint not null constraint plan_centre_fkey references centre (id),
    path ltree not null,
    code text not null,
    version integer not null,
    name_zh text not null,
    name_en text not null,
    scene_zh text not null,
    scene_en text not null,
    level smallint not null constraint plan_level_check check (level between 1 and 4),
    risk_kind text constraint plan_risk_kind_fkey references risk_kind (code),
    risk_point bigint constraint plan_risk_point_fkey references risk_point (id),
    category text constraint plan_category_fkey references responsibility (category),
    retired_at timestamptz,
    constraint plan_code_version_key unique (code, version)
);
create index plan_risk_kind on plan (risk_kind);
create index plan_risk_point on plan (risk_point);
create index plan_category on plan (category);
-- A plan of a centre above is usable below.
call guard('plan', 'path <@ (select scope()) or path @> (select scope())');
grant select on plan to cityhelm_app, cityhelm_tick;

create table plan_step (
    plan bigint not null constraint plan_step_plan_fkey references plan (id),
    seq integer not null,
    step_group integer not null,
    action_zh text not null,
    action_en text not null,
    recipient text not null constraint plan_step_recipient_check check (
        recipient in ('township', 'district', 'neighbours', 'all_districts', 'named')),
    recipient_centre bigint constraint plan_step_recipient_centre_fkey references centre (id),
    post_zh text not null,
    post_en text not null,
    deadline_min integer not null constraint plan_step_deadline_check check (deadline_min > 0),
    photo boolean not null,
    constraint plan_step_pkey primary key (plan, seq),
    constraint plan_step_named_check check ((recipient = 'named') = (recipient_centre is not null))
);
grant select on plan_step to cityhelm_app, cityhelm_tick;

-- `order` is a word of SQL.
create table orders (
    id bigint generated always as identity constraint orders_pkey primary key,
    -- The issuing centre.
    district bigint not null,
    centre bigint not null constraint orders_centre_fkey references centre (id),
    path ltree not null,
    -- Recipients, and those above an issuer who passed it down.
    shared_with ltree[] not null default '{}',
    number text not null constraint orders_number_key unique,
    event bigint,
    plan bigint constraint orders_plan_fkey references plan (id),
    -- The assignment it was passed down from, and the order at the top of the tree (itself, for that one).
    parent_assignment bigint,
    root bigint not null,
    title_zh text not null,
    title_en text not null,
    note text not null default '',
    level smallint not null constraint orders_level_check check (level between 1 and 4),
    issued_by bigint not null constraint orders_issued_by_fkey references person (id),
    issued_as bigint not null constraint orders_issued_as_fkey references post (id),
    issued_at timestamptz not null,
    recalled_at timestamptz,
    -- Nothing under it is owed any more.
    finished_at timestamptz,
    key text not null,
    constraint orders_key_key unique (centre, key)
);
create index orders_running on orders (district, level desc, issued_at desc) where recalled_at is null and finished_at is null;
create index orders_listed on orders (district, issued_at desc, id desc);
create index orders_event on orders (event);
create index orders_root on orders (root);
create index orders_shared on orders using gist (shared_with);
call guard('orders', 'path <@ (select scope()) or shared_with <@ (select scope())');
grant select, insert, update on orders to cityhelm_app;
grant select, update (finished_at) on orders to cityhelm_tick;

create table assignment (
    id bigint generated always as identity constraint assignment_pkey primary key,
    -- The receiving centre.
    district bigint not null,
    centre bigint not null constraint assignment_centre_fkey references centre (id),
    path ltree not null,
    issuer_path ltree not null,
    orders bigint not null constraint assignment_orders_fkey references orders (id),
    root bigint not null constraint assignment_root_fkey references orders (id),
    parent_assignment bigint constraint assignment_parent_fkey references assignment (id),
    -- Place in the whole tree: '002.001' is the first part of the second.
    outline text not null,
    plan_step integer,
    action_zh text not null,
    action_en text not null,
    post_zh text not null,
    post_en text not null,
    state text not null constraint assignment_state_check check (state in (
        'issued', 'delivered', 'read', 'accepted', 'doing', 'done', 'approved', 'sent_back', 'recalled')),
    supervision text not null default 'none' constraint assignment_supervision_check check (
        supervision in ('none', 'urged', 'yellow', 'red')),
    -- As the last tick saw it, so that a turning lamp is announced once.
    lamp text not null default 'green' constraint assignment_lamp_check check (lamp in ('green', 'amber', 'red')),
    percent smallint not null default 0 constraint assignment_percent_check check (percent between 0 and 100),
    photo boolean not null,
    reason text not null default '',
    issued_at timestamptz not null,
    due_at timestamptz not null,
    delivered_at timestamptz,
    read_at timestamptz,
    accepted_at timestamptz,
    done_at timestamptz,
    approved_at timestamptz,
    constraint assignment_due_check check (due_at > issued_at)
);
create index assignment_owed on assignment (centre, due_at)
    where state in ('issued', 'delivered', 'read', 'accepted', 'doing');
create index assignment_owed_due on assignment (due_at)
    where state in ('issued', 'delivered', 'read', 'accepted', 'doing');
create index assignment_orders on assignment (orders);
create index assignment_root on assignment (root, outline);
create index assignment_parent on assignment (parent_assignment);
call guard('assignment', 'path <@ (select scope()) or issuer_path <@ (select scope())');
grant select, insert, update on assignment to cityhelm_app, cityhelm_tick;

create table progress (
    id bigint generated always as identity constraint progress_pkey primary key,
    district bigint not null,
    path ltree not null,
    assignment bigint not null constraint progress_assignment_fkey references assignment (id),
    at timestamptz not null,
    person bigint not null constraint progress_person_fkey references person (id),
    percent smallint not null constraint progress_percent_check check (percent between 0 and 100),
    note text not null,
    photos bigint[] not null default '{}'
);
create index progress_assignment on progress (assignment, at);
call guard('progress', 'exists (select from assignment a where a.id = assignment)');
grant select, insert on progress to cityhelm_app;

create table attachment (
    id bigint generated always as identity constraint attachment_pkey primary key,
    district bigint not null,
    path ltree not null,
    -- What it belongs to; whoever sees that sees the file.
    assignment bigint constraint attachment_assignment_fkey references assignment (id),
    name text not null,
    media_type text not null constraint attachment_media_check check (
        media_type in ('image/jpeg', 'image/png', 'image/webp')),
    sha256 bytea not null,
    bytes bytea not null constraint attachment_size_check check (octet_length(bytes) <= 8388608),
    person bigint not null constraint attachment_person_fkey references person (id),
    at timestamptz not null
);
create index attachment_assignment on attachment (assignment);
call guard('attachment', 'path <@ (select scope()) or exists (select from assignment a where a.id = assignment)');
grant select, insert on attachment to cityhelm_app;

create table review (
    id bigint generated always as identity constraint review_pkey primary key,
    district bigint not null,
    centre bigint not null constraint review_centre_fkey references centre (id),
    path ltree not null,
    event bigint not null constraint review_event_key unique,
    state text not null constraint review_state_check check (state in ('open', 'concluded')),
    findings text not null default '',
    opened_at timestamptz not null,
    concluded_at timestamptz,
    concluded_by bigint constraint review_concluded_by_fkey references person (id)
);
create index review_listed on review (district, opened_at desc);
create index review_open on review (district, opened_at desc) where state = 'open';
call guard('review', 'path <@ (select scope())');
grant select, insert, update on review to cityhelm_app;
grant select on review to cityhelm_tick;

create table improvement (
    id bigint generated always as identity constraint improvement_pkey primary key,
    district bigint not null,
    centre bigint not null constraint improvement_centre_fkey references centre (id),
    path ltree not null,
    review bigint not null constraint improvement_review_fkey references review (id),
    action text not null,
    owner_name text not null,
    due_on date not null,
    done_at timestamptz,
    promised_at timestamptz not null,
    late boolean not null default false
);
create index improvement_review on improvement (review);
create index improvement_open on improvement (district, due_on) where done_at is null;
call guard('improvement', 'path <@ (select scope()) or exists (select from review r where r.id = review)');
grant select, insert, update on improvement to cityhelm_app, cityhelm_tick;
