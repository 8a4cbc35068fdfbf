-- The centre tree, people and their posts.

create table centre (
    id bigint generated always as identity constraint centre_pkey primary key,
    district bigint not null,
    code text not null constraint centre_code_key unique,
    path ltree not null constraint centre_path_key unique,
    parent bigint constraint centre_parent_fkey references centre (id),
    tier text not null constraint centre_tier_check check (tier in ('city', 'district', 'township', 'community', 'grid')),
    kind text not null,
    name_zh text not null,
    name_en text not null,
    short_zh text not null,
    short_en text not null,
    placed text not null,
    label geometry(point, 4326) not null,
    boundary geometry(multipolygon, 4326),
    boundary_3857 geometry(multipolygon, 3857) generated always as (st_transform(boundary, 3857)) stored
);
comment on table centre is 'A node of the centre tree. district: id of the district it lies in, its own for a district and for the city.';
create index centre_path_gist on centre using gist (path);
create index centre_parent on centre (parent);
create index centre_boundary_3857 on centre using gist (boundary_3857);
-- The tree itself is public: an order names the centre above, which lies outside the reader's scope.
call guard('centre', 'true');
grant select on centre to cityhelm_app, cityhelm_ingest, cityhelm_tick, cityhelm_gate;

create table person (
    id bigint generated always as identity constraint person_pkey primary key,
    login text not null constraint person_login_key unique,
    name text not null,
    password_hash text,
    -- Sessions carry the epoch they began in; raising it signs a person out everywhere.
    session_epoch integer not null default 0,
    disabled_at timestamptz
);
grant select (id, name) on person to cityhelm_app, cityhelm_ingest, cityhelm_tick;
grant select, update (session_epoch) on person to cityhelm_gate;

create table post (
    id bigint generated always as identity constraint post_pkey primary key,
    district bigint not null,
    centre bigint not null constraint post_centre_fkey references centre (id),
    path ltree not null,
    person bigint not null constraint post_person_fkey references person (id),
    role text not null constraint post_role_check check (role in (
        'city_leader', 'city_duty', 'district_director', 'district_duty', 'township_director', 'township_staff',
        'lane_owner', 'system_admin', 'security_admin', 'auditor')),
    title_zh text not null,
    title_en text not null,
    lane text,
    valid_from timestamptz not null default now(),
    valid_to timestamptz
);
create index post_person on post (person);
create index post_centre on post (centre, role);
call guard('post', 'path <@ (select scope()) or person = (select acting_person())');
grant select on post to cityhelm_app, cityhelm_ingest, cityhelm_tick, cityhelm_gate;

-- System, security and audit administration: no account may combine one of them with anything else (三员分立).
create function keep_administrations_apart() returns trigger
    language plpgsql as $$
begin
    if exists (
        select from post other
        where other.person = new.person and other.id <> new.id and other.role <> new.role
          and (other.role in ('system_admin', 'security_admin', 'auditor')
               or new.role in ('system_admin', 'security_admin', 'auditor'))
    ) then
        raise exception 'an administration post may not be combined with another post'
            using errcode = 'check_violation', constraint = 'post_administrations_apart';
    end if;
    return new;
end $$;
create trigger post_administrations_apart before insert or update on post
    for each row execute function keep_administrations_apart();

create table duty (
    id bigint generated always as identity constraint duty_pkey primary key,
    district bigint not null,
    centre bigint not null constraint duty_centre_fkey references centre (id),
    path ltree not null,
    post bigint not null constraint duty_post_fkey references post (id),
    from_at timestamptz not null,
    to_at timestamptz not null,
    constraint duty_span_check check (from_at < to_at)
);
create index duty_centre on duty (centre, to_at);
call guard('duty', 'path <@ (select scope())');
grant select on duty to cityhelm_app, cityhelm_ingest, cityhelm_tick;
