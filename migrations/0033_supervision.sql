-- Supervision: rules with versions, cards that were a mistake, explanations of what turned red.

-- A version of the rules of the city or of a district. What a city begins with belongs to no centre and lies above all.
create table supervision_rules (
    id bigint generated always as identity constraint supervision_rules_pkey primary key,
    district bigint not null,
    centre bigint constraint supervision_rules_centre_fkey references centre (id),
    path ltree not null,
    version integer not null,
    -- It holds from here until the next one of its centre does.
    valid_from timestamptz not null,
    note text not null,
    made_by bigint constraint supervision_rules_made_by_fkey references person (id),
    made_at timestamptz not null,
    constraint supervision_rules_version_key unique (district, centre, version)
);
-- Rules of a centre above hold below; nobody writes them there.
call guard('supervision_rules', 'path <@ (select scope()) or path @> (select scope())');
drop policy people on supervision_rules;
create policy people on supervision_rules to cityhelm_app
    using (path <@ (select scope()) or path @> (select scope())) with check (path <@ (select scope()));
grant select, insert on supervision_rules to cityhelm_app;
grant select on supervision_rules to cityhelm_tick;

-- domain::supervision::LevelRule, one row a step.
create table supervision_rule (
    rules bigint not null constraint supervision_rule_rules_fkey references supervision_rules (id),
    level smallint not null constraint supervision_rule_level_check check (level between 1 and 4),
    step text not null constraint supervision_rule_step_check check (step in ('urged', 'yellow', 'red')),
    -- Percent of the time limit; minutes past it; what comes first.
    share integer constraint supervision_rule_share_check check (share between 100 and 1000),
    past_min integer constraint supervision_rule_past_check check (past_min between 0 and 43200),
    constraint supervision_rule_pkey primary key (rules, level, step),
    constraint supervision_rule_some_check check (share is not null or past_min is not null)
);
call guard('supervision_rule', 'exists (select from supervision_rules r where r.id = rules)');
grant select, insert on supervision_rule to cityhelm_app;
grant select on supervision_rule to cityhelm_tick;

with begun as (
    insert into supervision_rules (district, path, version, valid_from, note, made_at)
    values (0, '', 0, '2020-01-01 00:00:00+08', '', '2020-01-01 00:00:00+08')
    returning id
)
insert into supervision_rule (rules, level, step, share, past_min)
select b.id, r.level, r.step, r.share, r.past_min
from begun b, (values
    (1, 'urged', 100, null), (1, 'yellow', 150, null), (1, 'red', 200, null),
    (2, 'urged', 100, null), (2, 'yellow', 150, 480), (2, 'red', 200, 960),
    (3, 'urged', 100, null), (3, 'yellow', 130, 120), (3, 'red', 160, 240),
    (4, 'urged', 100, null), (4, 'yellow', 120, 30), (4, 'red', 150, 60)
) r (level, step, share, past_min);

-- Which versions hold at a moment: the city's, whose `district` is null, and those of districts.
create function supervision_in_force(at timestamptz) returns table (rules bigint, district bigint)
    language sql stable as $$
select distinct on (case when nlevel(r.path) <= 1 then 0 else r.centre end)
       r.id, case when nlevel(r.path) <= 1 then null else r.district end
from supervision_rules r
where r.valid_from <= at
order by case when nlevel(r.path) <= 1 then 0 else r.centre end, r.valid_from desc, r.version desc $$;
grant execute on function supervision_in_force(timestamptz) to cityhelm_app, cityhelm_tick;

-- The order of the board: the hardest pressed first, of these the longest late.
create function press_order(supervision text, due timestamptz) returns bigint
    language sql immutable parallel safe
    return case supervision when 'red' then 0 when 'yellow' then 1 when 'urged' then 2 else 3 end * 100000000000
        + extract(epoch from due)::bigint;
create index assignment_supervised on assignment (press_order(supervision, due_at), id)
    where supervision <> 'none' and state in ('issued', 'delivered', 'read', 'accepted', 'doing');

-- A card that was a mistake. The assignment keeps it, for pressure is never taken back.
create table annulment (
    id bigint generated always as identity constraint annulment_pkey primary key,
    district bigint not null,
    path ltree not null,
    issuer_path ltree not null,
    assignment bigint not null constraint annulment_assignment_fkey references assignment (id),
    card text not null constraint annulment_card_check check (card in ('urged', 'yellow', 'red')),
    reason text not null,
    person bigint not null constraint annulment_person_fkey references person (id),
    at timestamptz not null,
    constraint annulment_card_key unique (district, assignment, card)
);
create index annulment_assignment on annulment (assignment);
call guard('annulment', 'path <@ (select scope()) or issuer_path <@ (select scope())');
grant select, insert on annulment to cityhelm_app;
grant select on annulment to cityhelm_tick;

-- One an assignment: it turns red once.
create table explanation (
    id bigint generated always as identity constraint explanation_pkey primary key,
    -- The centre that had to do it.
    district bigint not null,
    centre bigint not null constraint explanation_centre_fkey references centre (id),
    path ltree not null,
    issuer_path ltree not null,
    assignment bigint not null constraint explanation_assignment_fkey references assignment (id),
    root bigint not null constraint explanation_root_fkey references orders (id),
    post bigint not null constraint explanation_post_fkey references post (id),
    state text not null constraint explanation_state_check check (state in ('asked', 'given', 'accepted', 'returned', 'waived')),
    asked_at timestamptz not null,
    due_at timestamptz not null,
    words text not null default '',
    given_at timestamptz,
    given_by bigint constraint explanation_given_by_fkey references person (id),
    reason text not null default '',
    decided_at timestamptz,
    decided_by bigint constraint explanation_decided_by_fkey references person (id),
    constraint explanation_assignment_key unique (district, assignment)
);
create index explanation_assignment on explanation (assignment);
create index explanation_root on explanation (root);
create index explanation_open on explanation (due_at, id) where state in ('asked', 'given', 'returned');
create index explanation_owed on explanation (post) where state in ('asked', 'returned');
call guard('explanation', 'path <@ (select scope()) or issuer_path <@ (select scope())');
grant select, insert, update on explanation to cityhelm_app, cityhelm_tick;
create index assignment_red on assignment (id)
    where supervision = 'red' and state in ('issued', 'delivered', 'read', 'accepted', 'doing');

alter table notice drop constraint notice_kind_check;
alter table notice add constraint notice_kind_check check (kind in ('nobody_on_duty', 'duty_gap', 'explanation_overdue'));
