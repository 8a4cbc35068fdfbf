-- Who is on duty, what one shift tells the next, who is away, and what rings at the centre above when nobody is there.

create extension if not exists btree_gist;

alter table person add column phone text not null default '' constraint person_phone_check check (phone ~ '^[0-9 +-]{0,24}$');
grant select (phone) on person to cityhelm_app, cityhelm_ingest, cityhelm_tick;

-- A shift is a post's; whose it is that day is kept beside it, so that nobody is on duty twice at a time.
create table absence (
    id bigint generated always as identity constraint absence_pkey primary key,
    district bigint not null,
    centre bigint not null constraint absence_centre_fkey references centre (id),
    path ltree not null,
    person bigint not null constraint absence_person_fkey references person (id),
    from_at timestamptz not null,
    to_at timestamptz not null,
    reason text not null,
    noted_by bigint not null constraint absence_noted_by_fkey references person (id),
    noted_at timestamptz not null,
    constraint absence_span_check check (from_at < to_at)
);
create index absence_centre on absence (centre, to_at);
create index absence_person on absence (person, to_at);
call guard('absence', 'path <@ (select scope())');
grant select, insert, delete on absence to cityhelm_app;
grant select on absence to cityhelm_tick;

alter table duty add column person bigint constraint duty_person_fkey references person (id);
update duty d set person = p.person from post p where p.id = d.post;
alter table duty alter column person set not null;
-- The shift stands in the calendar and nobody serves it.
alter table duty add column absence bigint constraint duty_absence_fkey references absence (id);
comment on column duty.absence is 'Why nobody serves this shift; null while somebody does.';
alter table duty add constraint duty_once exclude using gist (district with =, person with =, tstzrange(from_at, to_at) with &&)
    where (absence is null);
create index duty_absence on duty (absence) where absence is not null;
grant insert, update, delete on duty to cityhelm_app;
-- The tick continues the demo city's rosters.
grant insert on duty to cityhelm_tick;

create table hand_over (
    id bigint generated always as identity constraint hand_over_pkey primary key,
    district bigint not null,
    centre bigint not null constraint hand_over_centre_fkey references centre (id),
    path ltree not null,
    note text not null,
    person bigint not null constraint hand_over_person_fkey references person (id),
    at timestamptz not null,
    acknowledged_by bigint constraint hand_over_acknowledged_by_fkey references person (id),
    acknowledged_at timestamptz
);
create index hand_over_waiting on hand_over (centre, at) where acknowledged_at is null;
call guard('hand_over', 'path <@ (select scope())');
grant select, insert, update (acknowledged_by, acknowledged_at) on hand_over to cityhelm_app;

-- A roster that was sent and not yet applied; forgotten after a week.
create table roster_import (
    id bigint generated always as identity constraint roster_import_pkey primary key,
    district bigint not null,
    centre bigint not null constraint roster_import_centre_fkey references centre (id),
    path ltree not null,
    lines jsonb not null,
    sent_by bigint not null constraint roster_import_sent_by_fkey references person (id),
    sent_at timestamptz not null,
    applied_at timestamptz
);
create index roster_import_sent on roster_import (sent_at);
call guard('roster_import', 'path <@ (select scope())');
grant select, insert, update (applied_at) on roster_import to cityhelm_app;
grant select, delete on roster_import to cityhelm_tick;

-- Something a centre must hear about another, until it is over.
create table notice (
    id bigint generated always as identity constraint notice_pkey primary key,
    -- The centre that is told.
    district bigint not null,
    centre bigint not null constraint notice_centre_fkey references centre (id),
    path ltree not null,
    -- The centre it is about.
    about bigint not null constraint notice_about_fkey references centre (id),
    about_path ltree not null,
    kind text not null constraint notice_kind_check check (kind in ('nobody_on_duty', 'duty_gap')),
    state text not null default 'open' constraint notice_state_check check (state in ('open', 'acknowledged', 'over')),
    -- Since when, or from when, it is so.
    from_at timestamptz not null,
    raised_at timestamptz not null,
    acknowledged_at timestamptz,
    acknowledged_by bigint constraint notice_acknowledged_by_fkey references person (id),
    over_at timestamptz
);
create unique index notice_open_key on notice (district, kind, about) where state <> 'over';
create index notice_told on notice (centre, raised_at desc, id desc);
create index notice_about on notice (about, raised_at desc, id desc);
call guard('notice', 'path <@ (select scope()) or about_path <@ (select scope())');
grant select, update (state, acknowledged_at, acknowledged_by) on notice to cityhelm_app;
grant select, insert, update (state, over_at) on notice to cityhelm_tick;

-- Centres with nobody on duty at a moment, or with a gap in the hours after it: when the first gap begins.
create function duty_gaps(at timestamptz, ahead interval) returns table (centre bigint, from_at timestamptz)
    language sql stable as $$
select c.id, lower(o.open)
from centre c
left join lateral (
    select range_agg(tstzrange(d.from_at, d.to_at)) as held
    from duty d
    where d.centre = c.id and d.absence is null and d.to_at > at and d.from_at < at + ahead
) h on true
cross join lateral (
    select tstzmultirange(tstzrange(at, at + ahead)) - coalesce(h.held, '{}'::tstzmultirange) as open
) o
where c.tier in ('city', 'district', 'township') and not isempty(o.open) $$;
grant execute on function duty_gaps(timestamptz, interval) to cityhelm_app, cityhelm_tick;
