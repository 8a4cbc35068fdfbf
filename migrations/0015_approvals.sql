-- What a centre that handles a case asks the centre above for: more time, a return, a suspension, voiding; and the arbiter's decisions.

create table approval (
    id bigint generated always as identity constraint approval_pkey primary key,
    -- The asking centre.
    district bigint not null,
    centre bigint not null constraint approval_centre_fkey references centre (id),
    path ltree not null,
    event bigint not null,
    kind text not null constraint approval_kind_check check (
        kind in ('extension', 'return', 'suspension', 'voiding', 'arbitration')),
    state text not null constraint approval_state_check check (state in ('asked', 'granted', 'refused', 'withdrawn')),
    minutes integer constraint approval_minutes_check check (minutes > 0),
    reason text not null,
    -- None where nobody asked: arbitration follows from two refusals.
    asked_by bigint constraint approval_asked_by_fkey references person (id),
    asked_at timestamptz not null,
    -- The centre that decides.
    decider bigint not null constraint approval_decider_fkey references centre (id),
    decided_by bigint constraint approval_decided_by_fkey references person (id),
    decided_at timestamptz,
    answer text not null default '',
    -- The centre that must take the case, of an arbitration.
    taker bigint constraint approval_taker_fkey references centre (id),
    constraint approval_extension_check check ((kind = 'extension') = (minutes is not null)),
    constraint approval_decided_check check ((state = 'asked') = (decided_at is null)),
    constraint approval_taker_check check ((taker is not null) = (kind = 'arbitration' and state = 'granted'))
);
create unique index approval_open_key on approval (district, event, kind) where state = 'asked';
create index approval_event on approval (event);
create index approval_waiting on approval (decider, asked_at, id) where state = 'asked';
call guard('approval', 'path <@ (select scope()) or exists (select from event e where e.id = event)');
grant select, insert, update on approval to cityhelm_app;
grant select on approval to cityhelm_tick;
