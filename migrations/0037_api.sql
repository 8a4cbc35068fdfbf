-- Other systems: who they are and what they may, what they send twice, and what they are told of.

-- A system acts under a post of its own, so that every row it writes has an author. It has no password and never signs in.
alter table post drop constraint post_role_check;
alter table post add constraint post_role_check check (role in (
    'city_leader', 'city_duty', 'district_director', 'district_duty', 'township_director', 'township_staff',
    'lane_owner', 'system_admin', 'security_admin', 'auditor', 'other_system'));

create table api_client (
    id bigint generated always as identity constraint api_client_pkey primary key,
    district bigint not null,
    centre bigint not null constraint api_client_centre_fkey references centre (id),
    path ltree not null,
    name text not null,
    person bigint not null constraint api_client_person_fkey references person (id),
    post bigint not null constraint api_client_post_fkey references post (id),
    -- domain::api_clients::ApiScope
    scopes text[] not null,
    per_minute integer not null constraint api_client_per_minute_check check (per_minute between 1 and 100000),
    per_day integer not null constraint api_client_per_day_check check (per_day between 1 and 100000000),
    -- SHA-256 of the token, which is nowhere kept; and its beginning, by which people recognise it.
    token_hash bytea not null constraint api_client_token_key unique,
    token_start text not null,
    made_at timestamptz not null,
    -- Empty for the command line.
    made_by text not null,
    expires_at timestamptz,
    revoked_at timestamptz
);
create index api_client_listed on api_client (made_at desc, id desc);
call guard('api_client', 'path <@ (select scope())');
grant select, insert, update (revoked_at) on api_client to cityhelm_app;
grant select on api_client to cityhelm_gate, cityhelm_tick;

-- One row a client: how much it asked this minute and this day, so that all servers agree.
create table api_use (
    client bigint constraint api_use_pkey primary key constraint api_use_client_fkey references api_client (id),
    minute_at timestamptz not null,
    minute_n integer not null,
    day_at timestamptz not null,
    day_n integer not null,
    -- Whether the last request was within the quota.
    let_in boolean not null,
    used_at timestamptz not null
);
grant select, insert, update on api_use to cityhelm_gate;
grant select on api_use to cityhelm_app;

-- What was answered to a request that carried an Idempotency-Key, for a day. No status: still being worked on.
create table api_answer (
    client bigint not null constraint api_answer_client_fkey references api_client (id),
    key text not null,
    -- SHA-256 of method, path and body.
    fingerprint bytea not null,
    begun_at timestamptz not null,
    status smallint,
    location text not null default '',
    body text not null default '',
    constraint api_answer_pkey primary key (client, key)
);
create index api_answer_begun on api_answer (begun_at);
grant select, insert, update, delete on api_answer to cityhelm_gate;
grant select, delete on api_answer to cityhelm_tick;

-- A person and a post for a system, since people's requests may add neither. Within the asker's scope; the owner has none.
create function add_other_system(system_name text, at_centre bigint, from_at timestamptz)
    returns table (person bigint, post bigint)
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    return query
    with new_person as (
        insert into person (login, name)
        select 'api:' || gen_random_uuid(), system_name
        from centre c
        where c.id = at_centre and (scope() is null or c.path <@ scope())
        returning id
    )
    insert into post (district, centre, path, person, role, title_zh, title_en, valid_from)
    select c.district, c.id, c.path, n.id, 'other_system', '对接系统', 'Other system', from_at
    from new_person n
    join centre c on c.id = at_centre
    returning post.person, post.id;
end $$;
revoke execute on function add_other_system(text, bigint, timestamptz) from public;
grant execute on function add_other_system(text, bigint, timestamptz) to cityhelm_app;

-- What a case carries when another system sent it, and when it last changed.
alter table event drop constraint event_source_check;
alter table event add constraint event_source_check check (source in ('warning', 'person', 'hotline', 'grid', 'camera', 'system'));
alter table event
    add column address text not null default '',
    add column reference text not null default '',
    add column changed_at timestamptz;
comment on column event.reference is 'Number that the reporting system knows it by.';
update event set changed_at = coalesce(closed_at, reported_at);
alter table event alter column changed_at set not null;
create index event_reference on event (reporter, reference) where reference <> '';
create index event_changed on event (changed_at, id);
create index event_changed_district on event (district, changed_at, id);

-- By the database's clock: whoever asks what has changed since then asks any server.
create function date_event() returns trigger
    language plpgsql as $$
begin
    new.changed_at := case tg_op when 'INSERT' then coalesce(new.closed_at, new.reported_at) else clock_timestamp() end;
    return new;
end $$;
create trigger event_changed before insert or update on event for each row execute function date_event();

-- A case as other systems read it.
create view event_record with (security_invoker = true) as
select e.id, e.number, e.category, r.class, r.name_zh as category_zh, r.name_en as category_en, e.title_zh, e.title_en,
       e.description, e.level, e.state, e.source, c.tag as centre_tag, e.path, e.shared_with, e.district, e.place, e.address,
       e.reference, e.reporter, e.reported_at, e.due_at, e.step_due_at, e.late, e.closed_at, e.changed_at
from event e
join responsibility r on r.category = e.category
join centre_tag c on c.id = e.centre;
grant select on event_record to cityhelm_app;

create table webhook (
    id bigint generated always as identity constraint webhook_pkey primary key,
    district bigint not null,
    path ltree not null,
    client bigint not null constraint webhook_client_fkey references api_client (id),
    url text not null,
    -- domain::webhooks::WebhookTopic
    topics text[] not null,
    -- Signs what is sent. Only the tick that sends reads it.
    secret text not null,
    made_at timestamptz not null,
    removed_at timestamptz
);
create index webhook_client on webhook (client);
call guard('webhook', 'path <@ (select scope())');
grant select (id, district, path, client, url, topics, made_at, removed_at), insert, update (removed_at) on webhook to cityhelm_app;
grant select on webhook to cityhelm_tick;

-- What happened and is still to be given to the webhooks whose scope it lies in: one row a decision, written with it.
create table webhook_news (
    id bigint generated always as identity constraint webhook_news_pkey primary key,
    at timestamptz not null,
    noun text not null,
    row_id bigint not null,
    verb text not null,
    before text not null,
    after text not null,
    event bigint,
    root bigint
);
grant select, update, delete on webhook_news to cityhelm_tick;

-- Runs as the owner, because whoever decides does not see who is told. Costs the same however many are.
create function keep_news() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    if exists (select from webhook w where w.removed_at is null) then
        insert into webhook_news (at, noun, row_id, verb, before, after, event, root)
        values (new.at, new.noun, new.row_id, new.verb, new.before, new.after, new.event, new.root);
    end if;
    return null;
end $$;
create trigger audit_news after insert on audit for each row
    when (new.noun in ('event', 'order', 'assignment') and new.row_id is not null)
    execute function keep_news();

create table webhook_delivery (
    id bigint generated always as identity constraint webhook_delivery_pkey primary key,
    district bigint not null,
    path ltree not null,
    webhook bigint not null constraint webhook_delivery_webhook_fkey references webhook (id),
    client bigint not null,
    news bigint not null,
    verb text not null,
    -- Exactly what is sent and signed.
    body text not null,
    made_at timestamptz not null,
    state text not null constraint webhook_delivery_state_check check (state in ('waiting', 'delivered', 'given_up')),
    tries smallint not null default 0,
    -- Since when a round of tries runs: at first, and again when it is sent again by hand.
    round_tries smallint not null default 0,
    next_at timestamptz not null,
    ended_at timestamptz,
    constraint webhook_delivery_news_key unique (webhook, news)
);
create index webhook_delivery_due on webhook_delivery (webhook, next_at) where state = 'waiting';
create index webhook_delivery_listed on webhook_delivery (client, id desc);
create index webhook_delivery_ended on webhook_delivery (ended_at) where ended_at is not null;
call guard('webhook_delivery', 'path <@ (select scope())');
grant select, update (state, round_tries, next_at, ended_at) on webhook_delivery to cityhelm_app;
grant select, insert, update, delete on webhook_delivery to cityhelm_tick;

create table webhook_try (
    delivery bigint not null constraint webhook_try_delivery_fkey references webhook_delivery (id) on delete cascade,
    n smallint not null,
    at timestamptz not null,
    -- HTTP status; none when nothing was answered, and then why.
    status smallint,
    took_ms integer not null,
    error text not null default '',
    constraint webhook_try_pkey primary key (delivery, n)
);
call guard('webhook_try', 'exists (select from webhook_delivery d where d.id = delivery)');
grant select on webhook_try to cityhelm_app;
grant select, insert on webhook_try to cityhelm_tick;
