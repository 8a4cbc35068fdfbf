-- Centres that help with a case of another (横向协同). The lead is the case's own centre.

create table event_helper (
    -- The helping centre.
    district bigint not null,
    centre bigint not null constraint event_helper_centre_fkey references centre (id),
    path ltree not null,
    event bigint not null,
    state text not null constraint event_helper_state_check check (state in ('asked', 'helping', 'done', 'refused', 'released')),
    task text not null,
    named_by bigint not null constraint event_helper_named_by_fkey references person (id),
    named_at timestamptz not null,
    -- The lowest centre above it and the lead, which consents.
    decider bigint not null constraint event_helper_decider_fkey references centre (id),
    done_at timestamptz,
    -- What was last said about its part.
    note text not null default '',
    constraint event_helper_pkey primary key (district, event, centre)
);
create index event_helper_event on event_helper (event);
create index event_helper_asked on event_helper (decider, named_at) where state = 'asked';
call guard('event_helper', 'path <@ (select scope()) or exists (select from event e where e.id = event)');
grant select, insert, update, delete on event_helper to cityhelm_app;
