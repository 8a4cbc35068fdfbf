-- Relations between cases: duplicates, merging, parents and children; lists of what other districts share with one.

create extension if not exists btree_gist;

alter table event
    -- The case it was merged into, while it is merged; and the case above it. Partitioned by time: no foreign key holds them.
    add column merged_into bigint,
    add column parent bigint,
    add constraint event_merged_check check ((state = 'merged') = (merged_into is not null)),
    add constraint event_itself_check check (merged_into <> id and parent <> id);
create index event_merged_into on event (merged_into) where merged_into is not null;
create index event_parent on event (parent) where parent is not null;
-- What lies nearby and was reported at about the same time, however long the history.
create index event_near on event using gist (place, reported_at) where place is not null;

-- How far away and how long ago a case of this category may be and still be the same one.
alter table responsibility
    add column near_m integer not null default 200 constraint responsibility_near_m_check check (near_m between 0 and 20000),
    add column near_h integer not null default 72 constraint responsibility_near_h_check check (near_h between 1 and 720);

create or replace view event_row with (security_invoker = true) as
select e.id, e.number, e.title_zh, e.title_en, e.description, e.category, r.name_zh as category_zh, r.name_en as category_en,
       e.level, e.state, e.state_before, e.source, e.centre, c.tag as centre_tag, e.path, e.shared_with, e.district,
       d.name_zh as district_zh, d.name_en as district_en, e.reported_at, e.due_at, e.step_due_at, e.late, e.closed_at,
       e.risk_point, e.place_centre, e.place, e.reporter,
       coalesce(e.step_started_at, e.reported_at) as step_started_at, e.stopped_at, e.words, e.merged_into, e.parent
from event e
join responsibility r on r.category = e.category
join centre_tag c on c.id = e.centre
join centre d on d.id = e.district;

-- Cases of elsewhere in which a district has a part, so that its list need not look through other districts' cases. Kept by
-- triggers from event.shared_with.
create table event_share (
    -- The district that sees the case, not the one that has it.
    district bigint not null,
    path ltree not null,
    event bigint not null,
    reported_at timestamptz not null,
    state text not null,
    constraint event_share_pkey primary key (district, event)
);
create index event_share_open on event_share (district, reported_at desc, event desc)
    where state not in ('closed', 'rejected', 'merged', 'void');
create index event_share_listed on event_share (district, reported_at desc, event desc);
create index event_share_event on event_share (event);
-- A township reads its district's rows; of the cases themselves their own wall shows it only what it may see.
call guard('event_share', 'path <@ (select scope()) or path @> (select scope())');
grant select on event_share to cityhelm_app;

-- Runs as the owner: whoever shares a case writes into another district's list.
create function share_event() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    delete from event_share s
    where s.event = new.id and not exists (
        select from unnest(new.shared_with) p (path) join centre c on c.path = p.path
        where c.district = s.district and c.district <> new.district);
    insert into event_share (district, path, event, reported_at, state)
    select distinct d.id, d.path, new.id, new.reported_at, new.state
    from unnest(new.shared_with) p (path)
    join centre c on c.path = p.path
    join centre d on d.id = c.district
    where d.id <> new.district and d.tier <> 'city'
    on conflict on constraint event_share_pkey do update set state = excluded.state;
    return null;
end $$;
create trigger event_share_new after insert on event
    for each row when (new.shared_with <> '{}') execute function share_event();
create trigger event_share_moved after update of shared_with, state, district on event
    for each row when (old.shared_with <> '{}' or new.shared_with <> '{}') execute function share_event();
insert into event_share (district, path, event, reported_at, state)
select distinct d.id, d.path, e.id, e.reported_at, e.state
from event e
cross join unnest(e.shared_with) p (path)
join centre c on c.path = p.path
join centre d on d.id = c.district
where d.id <> e.district and d.tier <> 'city';

-- Cases near a place and a time, of one class, open or closed of late, best first. Row-level security forbids a geometry index
-- to come first (its operators are not leakproof), so this runs as the owner and asks for the scope itself.
create function events_near(
    at_place geometry, reach_m double precision, from_at timestamptz, until_at timestamptz, closed_after timestamptz,
    of_class text, of_category text, spoken text, but bigint, most integer)
    returns table (id bigint, reported_at timestamptz, distance_m double precision, same_category boolean)
    language sql stable security definer set search_path = public, pg_temp as $$
select e.id, e.reported_at, st_distance(e.place::geography, at_place::geography), e.category = of_category
from event e
join responsibility r on r.category = e.category
where e.place && st_makeenvelope(
        st_x(at_place) - reach_m / (111000 * cos(radians(st_y(at_place)))), st_y(at_place) - reach_m / 110000,
        st_x(at_place) + reach_m / (111000 * cos(radians(st_y(at_place)))), st_y(at_place) + reach_m / 110000, 4326)
    and e.reported_at between from_at and until_at
    and st_dwithin(e.place::geography, at_place::geography, reach_m)
    and r.class = of_class
    and (e.state not in ('closed', 'rejected', 'merged', 'void') or (e.state = 'closed' and e.closed_at >= closed_after))
    and (e.path <@ (select scope()) or e.shared_with <@ (select scope()))
    and e.id is distinct from but
order by e.category = of_category desc,
    (select count(*) from unnest(bigrams(spoken)) b (pair) where b.pair = any(e.words)) desc,
    st_distance(e.place::geography, at_place::geography), e.reported_at desc, e.id desc
limit most $$;
revoke execute on function events_near(geometry, double precision, timestamptz, timestamptz, timestamptz, text, text, text, bigint, integer)
    from public;
grant execute on function events_near(geometry, double precision, timestamptz, timestamptz, timestamptz, text, text, text, bigint, integer)
    to cityhelm_app;

-- How many cases stand under one, and how many of them are open, wherever they lie: a case must not close over one that its
-- centre does not see. Runs as the owner, therefore; of a case that the asker does not see it tells nothing.
create function event_children(of_event bigint) returns table (children bigint, children_open bigint)
    language sql stable security definer set search_path = public, pg_temp as $$
select count(*), count(*) filter (where c.state not in ('closed', 'rejected', 'merged', 'void'))
from event c
where c.parent = of_event
  and exists (select from event e
              where e.id = of_event and (e.path <@ (select scope()) or e.shared_with <@ (select scope()))) $$;
revoke execute on function event_children(bigint) from public;
grant execute on function event_children(bigint) to cityhelm_app;

-- Locks cases and those above them, all in one order, although the asker may not see those above: a case must not close while
-- one under it opens again. Tells nothing.
create function lock_events(ids bigint[]) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    perform from event e
    where e.id = any(ids) or e.id in (select c.parent from event c where c.id = any(ids))
    order by e.id
    for update;
end $$;
revoke execute on function lock_events(bigint[]) from public;
grant execute on function lock_events(bigint[]) to cityhelm_app;

-- Where the case above one stands, although the asker may not see it: no case is opened again under one that is over.
create function event_parent_state(of_event bigint) returns text
    language sql stable security definer set search_path = public, pg_temp as $$
select p.state
from event e
join event p on p.id = e.parent
where e.id = of_event and (e.path <@ (select scope()) or e.shared_with <@ (select scope())) $$;
revoke execute on function event_parent_state(bigint) from public;
grant execute on function event_parent_state(bigint) to cityhelm_app;

-- A report that waits for its reporter to say whether it is a case of its own; forgotten after a day.
create table report_draft (
    id bigint generated always as identity constraint report_draft_pkey primary key,
    district bigint not null,
    centre bigint not null constraint report_draft_centre_fkey references centre (id),
    path ltree not null,
    person bigint not null constraint report_draft_person_fkey references person (id),
    -- domain::events::NewEvent: what the form said.
    spec jsonb not null,
    kept_at timestamptz not null
);
create index report_draft_kept on report_draft (kept_at);
call guard('report_draft', 'path <@ (select scope()) and person = (select acting_person())');
grant select, insert on report_draft to cityhelm_app;
grant select, delete on report_draft to cityhelm_tick;
