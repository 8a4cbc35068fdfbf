-- Evaluation: rates with published definitions, the cases behind each figure, roll-ups, appeals, and closed months.

-- What a rate means. How it is computed is domain::rates::RateKind; a changed meaning is a new version.
create table rate (
    code text not null,
    version integer not null,
    name_zh text not null,
    name_en text not null,
    numerator_zh text not null,
    numerator_en text not null,
    denominator_zh text not null,
    denominator_en text not null,
    -- When a case counts.
    period_zh text not null,
    period_en text not null,
    exclusions_zh text not null,
    exclusions_en text not null,
    source text not null,
    better text not null constraint rate_better_check check (better in ('higher', 'lower')),
    seq smallint not null,
    in_force_from date not null,
    constraint rate_pkey primary key (code, version)
);
grant select on rate to cityhelm_app, cityhelm_tick;

insert into rate (code, version, seq, better, name_zh, name_en, numerator_zh, numerator_en, denominator_zh, denominator_en,
    period_zh, period_en, exclusions_zh, exclusions_en, source, in_force_from)
values
('registered_in_time', 1, 1, 'higher', '按期立案率', 'Registered in time', '受理和立案时限内立案的案件', 'Cases registered within the limits for acceptance and registration',
 '立案的案件', 'Cases registered', '按立案日计', 'By the day of registration', '预警按规则直接立案的案件不计;准予的延期顺延时限', 'Cases that a warning opened already registered; an extension granted moves the limit', 'GB/T 30428.2', '2026-01-01'),
('dispatched_in_time', 1, 2, 'higher', '按期派遣率', 'Dispatched in time', '派遣时限内派遣的次数', 'Dispatches within the limit for dispatch',
 '派遣次数', 'Dispatches', '按派遣日计', 'By the day of dispatch', '挂起期间时钟停走', 'Clocks stand still during a suspension', 'GB/T 30428.2', '2026-01-01'),
('handled_in_time', 1, 3, 'higher', '按期处置率', 'Handled in time', '处置时限内反馈的次数', 'Handlings reported done within the limit',
 '处置反馈次数', 'Handlings reported done', '按反馈日计', 'By the day it was reported done', '退回的派遣不计;返工另计一次', 'Dispatches that were returned; a rework is a handling of its own', 'GB/T 30428.2', '2026-01-01'),
('closed_in_time', 1, 4, 'higher', '按期结案率', 'Closed in time', '全案时限内结案的案件', 'Cases closed within the limit of the whole case',
 '结案的案件', 'Cases closed', '按结案日计', 'By the day of closing', '不予立案、作废、合并的案件不计', 'Cases rejected, void or merged', 'GB/T 30428.2', '2026-01-01'),
('accurately_dispatched', 1, 5, 'higher', '派遣准确率', 'Dispatched accurately', '派遣后未退回的次数', 'Dispatches not returned',
 '结案案件的派遣次数', 'Dispatches of cases closed', '按结案日计', 'By the day of closing', '没有派遣过的案件不计;收回指令视同退回', 'Cases never dispatched; an order recalled counts as a return', 'GB/T 30428.2', '2026-01-01'),
('reworked', 1, 6, 'lower', '返工率', 'Reworked', '至少返工一次的案件', 'Cases sent back to work at least once',
 '结案的案件', 'Cases closed', '按结案日计', 'By the day of closing', '不予立案、作废、合并的案件不计', 'Cases rejected, void or merged', 'GB/T 30428.2', '2026-01-01'),
('returned', 1, 7, 'lower', '退回率', 'Returned', '至少退回一次的案件', 'Cases returned at least once',
 '结案的案件', 'Cases closed', '按结案日计', 'By the day of closing', '不予立案、作废、合并的案件不计', 'Cases rejected, void or merged', 'GB/T 30428.2', '2026-01-01'),
('extended', 1, 8, 'lower', '延期率', 'Extended', '至少延期一次的案件', 'Cases with at least one extension granted',
 '结案的案件', 'Cases closed', '按结案日计', 'By the day of closing', '未批准的申请不计', 'Requests not granted', 'GB/T 30428.2', '2026-01-01'),
('verified_solved', 1, 9, 'higher', '核查解决率', 'Found solved', '核查认定已解决的反馈次数', 'Reports of done that the check found solved',
 '结案案件的处置反馈次数', 'Reports of done of cases closed', '按结案日计', 'By the day of closing', '没有反馈过的案件不计', 'Cases never reported done', 'GB/T 30428.2', '2026-01-01'),
('solved_in_community', 1, 10, 'higher', '小事不出村率', 'Solved in the village', '由村社区及以下解决的案件', 'Cases solved by a community or below',
 '结案的案件', 'Cases closed', '按结案日计', 'By the day of closing', '上级下过指令的按下令层级计', 'A case that a tier above ordered counts at that tier', '演示自定', '2026-01-01'),
('solved_in_township', 1, 11, 'higher', '大事不出镇率', 'Solved in the township', '由镇街及以下解决的案件', 'Cases solved by a township or below',
 '结案的案件', 'Cases closed', '按结案日计', 'By the day of closing', '上级下过指令的按下令层级计', 'A case that a tier above ordered counts at that tier', '演示自定', '2026-01-01'),
('solved_in_district', 1, 12, 'higher', '难事不出区县率', 'Solved in the district', '由区县及以下解决的案件', 'Cases solved by a district or below',
 '结案的案件', 'Cases closed', '按结案日计', 'By the day of closing', '上级下过指令的按下令层级计', 'A case that a tier above ordered counts at that tier', '演示自定', '2026-01-01');

-- Which units are compared with each other: of one tier and kind. A kind that is not named is a group of its own.
create table comparison_group (
    tier text not null,
    kind text not null,
    code text not null,
    name_zh text not null,
    name_en text not null,
    constraint comparison_group_pkey primary key (tier, kind)
);
grant select on comparison_group to cityhelm_app;
insert into comparison_group (tier, kind, code, name_zh, name_en)
values
('district', 'district', 'urban', '区', 'Urban districts'),
('district', 'functional_zone', 'urban', '区', 'Urban districts'),
('district', 'county', 'county', '县', 'Counties'),
('township', 'street', 'street', '街道', 'Streets'),
('township', 'town', 'town', '镇', 'Towns'),
('township', 'township', 'village', '乡', 'Townships'),
('township', 'ethnic_township', 'village', '乡', 'Townships');

-- The lane a category of case belongs to.
alter table responsibility add column lane text constraint responsibility_lane_fkey references lane (code);

-- What a case went through, for the rates that look at the whole of it.
alter table event
    add column dispatches smallint not null default 0,
    add column returns smallint not null default 0,
    add column hand_backs smallint not null default 0,
    add column reworks smallint not null default 0;

-- One case's share in one rate. Never changed: an appeal granted adds one row that takes it out and one as it should be.
create table rate_entry (
    id bigint generated always as identity,
    district bigint not null,
    centre bigint not null constraint rate_entry_centre_fkey references centre (id),
    path ltree not null,
    event bigint not null,
    rate text not null,
    -- The version of the definition it was counted by.
    version integer not null,
    lane text not null,
    category text not null,
    -- When it counted, and the city day of that.
    at timestamptz not null,
    day date not null,
    post bigint,
    person bigint,
    numerator integer not null,
    denominator integer not null,
    why text not null constraint rate_entry_why_check check (why in ('in_time', 'late', 'times', 'tier')),
    -- Minutes early or late, times, or the tier by its depth in the tree.
    amount bigint not null,
    noted_at timestamptz not null,
    appeal bigint,
    constraint rate_entry_pkey primary key (id, at),
    constraint rate_entry_share_check check (
        appeal is not null or (denominator > 0 and numerator between 0 and denominator))
) partition by range (at);
create index rate_entry_listed on rate_entry (rate, district, at desc, id desc);
create index rate_entry_latest on rate_entry (rate, at desc, id desc);
create index rate_entry_event on rate_entry (event);
create index rate_entry_appeal on rate_entry (appeal) where appeal is not null;
call guard('rate_entry', 'path <@ (select scope())');
grant select, insert on rate_entry to cityhelm_app;
grant select on rate_entry to cityhelm_tick;

-- What was counted and is not folded in yet.
create table rate_delta (
    id bigint generated always as identity constraint rate_delta_pkey primary key,
    district bigint not null,
    path ltree not null,
    rate text not null,
    lane text not null,
    category text not null,
    day date not null,
    post bigint,
    person bigint,
    numerator integer not null,
    denominator integer not null
);
create index rate_delta_path on rate_delta using gist (path);
call guard('rate_delta', 'path <@ (select scope())');
grant select on rate_delta to cityhelm_app;
grant select, delete on rate_delta to cityhelm_tick;

-- Sums by day and by month, of a centre with all below it: over everything (lane and category empty), by lane; by category only
-- by month, because there are many of them.
create table rate_tally (
    path ltree not null,
    district bigint not null,
    grain text not null constraint rate_tally_grain_check check (grain in ('day', 'month')),
    start date not null,
    rate text not null,
    lane text not null,
    category text not null,
    numerator bigint not null,
    denominator bigint not null,
    constraint rate_tally_pkey primary key (path, grain, start, rate, lane, category)
);
call guard('rate_tally', 'path <@ (select scope())');
grant select on rate_tally to cityhelm_app;
grant select, insert, update on rate_tally to cityhelm_tick;

-- The same by who ended the step, of the centre alone.
create table rate_tally_person (
    path ltree not null,
    district bigint not null,
    grain text not null constraint rate_tally_person_grain_check check (grain in ('day', 'month')),
    start date not null,
    rate text not null,
    post bigint not null constraint rate_tally_person_post_fkey references post (id),
    person bigint not null constraint rate_tally_person_person_fkey references person (id),
    numerator bigint not null,
    denominator bigint not null,
    constraint rate_tally_person_pkey primary key (path, grain, start, rate, post, person)
);
call guard('rate_tally_person', 'path <@ (select scope())');
grant select on rate_tally_person to cityhelm_app;
grant select, insert, update on rate_tally_person to cityhelm_tick;

-- Runs as the owner, because whoever moves a shared case counts in a scope that is not theirs.
create function count_rates() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    insert into rate_delta (district, path, rate, lane, category, day, post, person, numerator, denominator)
    select a.district, a.path, a.rate, a.lane, a.category, a.day, a.post, a.person, a.numerator, a.denominator
    from added a;
    return null;
end $$;
create trigger rate_entry_counts after insert on rate_entry referencing new table as added
    for each statement execute function count_rates();

-- Counts a case that the asker sees, one element of the arrays a rate. Runs as the owner for the same reason.
create function note_rates(
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
join responsibility r on r.category = e.category
cross join unnest(rates, numerators, denominators, whys, amounts) n (rate, numerator, denominator, why, amount)
join lateral (select max(d.version) as version from rate d where d.code = n.rate) v on v.version is not null
where e.id = of_event and (e.path <@ (select scope()) or e.shared_with <@ (select scope())) $$;
revoke execute on function note_rates(bigint, timestamptz, bigint, bigint, text[], integer[], integer[], text[], bigint[]) from public;
grant execute on function note_rates(bigint, timestamptz, bigint, bigint, text[], integer[], integer[], text[], bigint[]) to cityhelm_app;

-- Months whose figures were published, and the figures as they were then.
create table rate_closing (
    month date not null constraint rate_closing_pkey primary key,
    closed_at timestamptz not null
);
grant select on rate_closing to cityhelm_app;
grant select, insert on rate_closing to cityhelm_tick;

create table rate_frozen (
    path ltree not null,
    district bigint not null,
    month date not null constraint rate_frozen_month_fkey references rate_closing (month),
    rate text not null,
    lane text not null,
    numerator bigint not null,
    denominator bigint not null,
    constraint rate_frozen_pkey primary key (path, month, rate, lane)
);
call guard('rate_frozen', 'path <@ (select scope())');
grant select on rate_frozen to cityhelm_app;
grant select, insert on rate_frozen to cityhelm_tick;

-- A centre says that a case does not count as it was counted; the centre above decides.
create table rate_appeal (
    id bigint generated always as identity constraint rate_appeal_pkey primary key,
    -- The appealing centre.
    district bigint not null,
    centre bigint not null constraint rate_appeal_centre_fkey references centre (id),
    path ltree not null,
    entry bigint not null,
    entry_at timestamptz not null,
    event bigint not null,
    rate text not null,
    wanted text not null constraint rate_appeal_wanted_check check (wanted in ('leave_out', 'count_as_good')),
    state text not null constraint rate_appeal_state_check check (state in ('filed', 'granted', 'refused', 'withdrawn')),
    reason text not null,
    filed_by bigint not null constraint rate_appeal_filed_by_fkey references person (id),
    filed_at timestamptz not null,
    decider bigint not null constraint rate_appeal_decider_fkey references centre (id),
    decided_by bigint constraint rate_appeal_decided_by_fkey references person (id),
    decided_at timestamptz,
    answer text not null default '',
    constraint rate_appeal_decided_check check ((state = 'filed') = (decided_at is null)),
    constraint rate_appeal_entry_fkey foreign key (entry, entry_at) references rate_entry (id, at)
);
-- What was decided stays decided; what was withdrawn may be filed again.
create unique index rate_appeal_once on rate_appeal (district, entry) where state <> 'withdrawn';
create index rate_appeal_waiting on rate_appeal (decider, filed_at, id) where state = 'filed';
create index rate_appeal_own on rate_appeal (centre, filed_at desc, id desc);
create index rate_appeal_entry on rate_appeal (entry);
call guard('rate_appeal', 'path <@ (select scope())');
grant select, insert, update (state, decided_by, decided_at, answer) on rate_appeal to cityhelm_app;

create or replace procedure partitions_ahead(now_day date, months_behind integer)
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    first_day date := (now_day - make_interval(months => months_behind))::date;
    last_day date := (now_day + interval '3 months')::date;
begin
    call partitions_for('reading', interval '1 month', first_day, last_day);
    call partitions_for('indicator_value', interval '1 month', first_day, last_day);
    call partitions_for('audit', interval '1 month', first_day, last_day);
    call partitions_for('rate_entry', interval '1 month', first_day, last_day);
    call partitions_for('event', interval '1 year', first_day, last_day);
end $$;
call partitions_ahead(current_date, 7);
