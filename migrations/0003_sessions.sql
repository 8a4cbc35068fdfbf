-- Sessions, in the form the session store expects, and tries at signing in.

create schema tower_sessions;
create table tower_sessions.session (
    id text primary key not null,
    data bytea not null,
    expiry_date timestamptz not null
);
create index session_expiry on tower_sessions.session (expiry_date);
grant usage on schema tower_sessions to cityhelm_gate;
grant select, insert, update, delete on tower_sessions.session to cityhelm_gate;

create table sign_in_try (
    id bigint generated always as identity constraint sign_in_try_pkey primary key,
    at timestamptz not null,
    login text not null,
    address text not null,
    succeeded boolean not null
);
comment on table sign_in_try is 'Tries of the last day, to slow down guessing by account and by address. A tick forgets older ones.';
create index sign_in_try_login on sign_in_try (login, at);
create index sign_in_try_address on sign_in_try (address, at);
grant select, insert on sign_in_try to cityhelm_gate;
grant select, delete on sign_in_try to cityhelm_tick;

-- Sealed values that `seed --demo` leaves for `demo-accounts`; empty outside the demo. Only the owner reads it.
create table demo_account (
    login text not null,
    kind text not null constraint demo_account_kind_check check (kind in ('person', 'gateway')),
    password text not null,
    constraint demo_account_pkey primary key (kind, login)
);
