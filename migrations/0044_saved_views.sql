-- Saved views: a list's filter under a name, of a person or shared in their centre.
create table saved_view (
    id bigint generated always as identity constraint saved_view_pkey primary key,
    district bigint not null,
    centre bigint not null constraint saved_view_centre_fkey references centre (id),
    path ltree not null,
    person bigint not null constraint saved_view_person_fkey references person (id),
    list text not null constraint saved_view_list_check check (list in ('events', 'orders', 'supervision', 'evaluation')),
    name text not null,
    -- A query string of known parameters, as domain::views writes it.
    query text not null,
    shared boolean not null,
    kept_at timestamptz not null,
    -- Removed; kept a while so that it can be brought back.
    removed_at timestamptz
);
create unique index saved_view_own_key on saved_view (person, list, name) where not shared and removed_at is null;
create unique index saved_view_shared_key on saved_view (centre, list, name) where shared and removed_at is null;
create index saved_view_of_person on saved_view (person, list) where removed_at is null;
create index saved_view_removed on saved_view (removed_at) where removed_at is not null;
call guard('saved_view', 'person = (select acting_person()) or (shared and path = (select scope()))');
grant select, insert, update (name, removed_at) on saved_view to cityhelm_app;
grant select, delete on saved_view to cityhelm_tick;

-- The view that the menu opens for a person.
create table view_default (
    person bigint not null constraint view_default_person_fkey references person (id),
    list text not null,
    view bigint not null constraint view_default_view_fkey references saved_view (id) on delete cascade,
    constraint view_default_pkey primary key (person, list)
);
create index view_default_view on view_default (view);
call guard('view_default', 'person = (select acting_person())');
grant select, insert, update, delete on view_default to cityhelm_app;
grant select, delete on view_default to cityhelm_tick;

-- Other lists than that of cases become files too: domain::exports::ExportList says which, beside how it is narrowed.
update export set filter = jsonb_build_object('events', filter);

-- Explanations that wait for the judgement of who issued the order.
create index explanation_given on explanation (issuer_path, given_at) where state = 'given';
