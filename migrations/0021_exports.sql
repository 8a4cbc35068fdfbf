-- Lists as files, made in the background. A job belongs to whoever asked and is seen by nobody else; it runs within the scope
-- that its asker had.
create table export (
    id bigint generated always as identity constraint export_pkey primary key,
    district bigint not null,
    path ltree not null,
    person bigint not null constraint export_person_fkey references person (id),
    -- domain::actors::Actor and domain::events::EventFilter as they were when it was asked for.
    actor jsonb not null,
    filter jsonb not null,
    format text not null constraint export_format_check check (format in ('csv', 'xlsx')),
    lang text not null constraint export_lang_check check (lang in ('zh', 'en')),
    state text not null constraint export_state_check check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
    done bigint not null default 0,
    total bigint not null,
    asked_at timestamptz not null,
    ended_at timestamptz,
    file bytea,
    key text not null,
    constraint export_key_key unique (person, key)
);
create index export_of_person on export (person, id desc);
create index export_to_do on export (id) where state in ('waiting', 'running');
create index export_over on export (ended_at) where ended_at is not null;
call guard('export', 'person = (select acting_person()) and path <@ (select scope())');
grant select, insert, update (state, ended_at) on export to cityhelm_app;
grant select, update, delete on export to cityhelm_tick;
