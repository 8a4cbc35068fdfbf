-- The responsibility list in versions: who proposed what, who put it in force, from when. A case keeps the version it was
-- opened under.

-- Versions after the first, which is the row of the list itself.
create table responsibility_change (
    id bigint generated always as identity constraint responsibility_change_pkey primary key,
    category text not null constraint responsibility_change_category_fkey references responsibility (category),
    version integer not null constraint responsibility_change_version_check check (version > 1),
    -- domain::responsibilities::VersionState
    state text not null constraint responsibility_change_state_check check (state in ('proposed', 'set', 'withdrawn')),
    tier text not null constraint responsibility_change_tier_check check (tier in ('city', 'district', 'township')),
    post_zh text not null,
    post_en text not null,
    lane text constraint responsibility_change_lane_fkey references lane (code),
    accept_min integer not null constraint responsibility_change_accept_check check (accept_min > 0),
    register_min integer not null constraint responsibility_change_register_check check (register_min >= 0),
    dispatch_min integer not null constraint responsibility_change_dispatch_check check (dispatch_min >= 0),
    handle_min integer not null constraint responsibility_change_handle_check check (handle_min > 0),
    verify_min integer not null constraint responsibility_change_verify_check check (verify_min >= 0),
    close_min integer not null constraint responsibility_change_close_check check (close_min >= 0),
    working_time boolean not null,
    note text not null,
    proposed_by bigint not null constraint responsibility_change_proposed_by_fkey references person (id),
    proposed_at timestamptz not null,
    -- It holds from here until the next one of its category does.
    valid_from timestamptz,
    decided_by bigint constraint responsibility_change_decided_by_fkey references person (id),
    decided_at timestamptz,
    constraint responsibility_change_version_key unique (category, version),
    constraint responsibility_change_set_check check ((state = 'set') = (valid_from is not null)),
    constraint responsibility_change_decided_check check ((state = 'proposed') = (decided_at is null))
);
comment on table responsibility is 'Categories of cases. Tier, post, lane and limits are those of the first version; see responsibility_version.';
-- The list is the whole city's and belongs to no centre.
grant select, insert, update (state, valid_from, decided_by, decided_at) on responsibility_change to cityhelm_app;
grant select on responsibility_change to cityhelm_ingest, cityhelm_tick;

-- All versions alike.
create view responsibility_version with (security_invoker = true) as
select null::bigint as id, r.category, 1 as version, 'set' as state, r.tier, r.post_zh, r.post_en, r.lane, r.accept_min, r.register_min,
       r.dispatch_min, r.handle_min, r.verify_min, r.close_min, r.working_time, '' as note, null::bigint as proposed_by,
       timestamptz '2020-01-01 00:00:00+08' as proposed_at, timestamptz '2020-01-01 00:00:00+08' as valid_from,
       null::bigint as decided_by, null::timestamptz as decided_at
from responsibility r
union all
select c.id, c.category, c.version, c.state, c.tier, c.post_zh, c.post_en, c.lane, c.accept_min, c.register_min, c.dispatch_min,
       c.handle_min, c.verify_min, c.close_min, c.working_time, c.note, c.proposed_by, c.proposed_at, c.valid_from, c.decided_by,
       c.decided_at
from responsibility_change c;
grant select on responsibility_version to cityhelm_app, cityhelm_ingest, cityhelm_tick;

-- The version of a category that holds at a moment; of two from the same moment the later made.
create function responsibility_in_force(of_category text, at timestamptz) returns integer
    language sql stable
    return coalesce((
        select c.version
        from responsibility_change c
        where c.category = of_category and c.state = 'set' and c.valid_from <= at
        order by c.valid_from desc, c.version desc
        limit 1), 1);
grant execute on function responsibility_in_force(text, timestamptz) to cityhelm_app, cityhelm_ingest, cityhelm_tick;

-- The version of the list that a case was opened under.
alter table event add column list_version integer not null default 1;

-- A case counts on the lane of the version it was opened under.
create or replace function note_rates(
    of_event bigint, counted_at timestamptz, by_post bigint, by_person bigint, rates text[], numerators integer[],
    denominators integer[], whys text[], amounts bigint[]) returns void
    language sql security definer set search_path = public, pg_temp as $$
insert into rate_entry (
    district, centre, path, event, rate, version, lane, category, at, day, post, person, numerator, denominator, why, amount,
    noted_at)
select
    e.district, e.centre, e.path, e.id, n.rate, v.version, coalesce(r.lane, ''), e.category, counted_at,
    (counted_at at time zone 'Asia/Shanghai')::date, by_post, by_person, n.numerator, n.denominator, n.why, n.amount, counted_at
from event e
join responsibility_version r on r.category = e.category and r.version = e.list_version
cross join unnest(rates, numerators, denominators, whys, amounts) n (rate, numerator, denominator, why, amount)
join lateral (select max(d.version) as version from rate d where d.code = n.rate) v on v.version is not null
where e.id = of_event and (e.path <@ (select scope()) or e.shared_with <@ (select scope())) $$;
