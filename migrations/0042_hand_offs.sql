-- Cases that move up and down the tiers: each hand-off with its receipt, and what rings when a receipt is late.

create table hand_off_limit (
    -- The case's level.
    level smallint constraint hand_off_limit_pkey primary key constraint hand_off_limit_level_check check (level between 1 and 4),
    -- Minutes within which the receiving centre signs.
    receive_min integer not null constraint hand_off_limit_receive_check check (receive_min > 0)
);
grant select on hand_off_limit to cityhelm_app, cityhelm_tick;
insert into hand_off_limit (level, receive_min)
values (1, 60), (2, 60), (3, 15), (4, 15);

create table hand_off (
    id bigint generated always as identity constraint hand_off_pkey primary key,
    -- The sending centre's.
    district bigint not null,
    event bigint not null,
    way text not null constraint hand_off_way_check check (way in ('push_up', 'push_down')),
    sender bigint not null constraint hand_off_sender_fkey references centre (id),
    sender_path ltree not null,
    receiver bigint not null constraint hand_off_receiver_fkey references centre (id),
    receiver_path ltree not null,
    -- The centre above both, which hears when the receipt is very late; the city itself where there is none.
    above bigint not null constraint hand_off_above_fkey references centre (id),
    reason text not null,
    sent_at timestamptz not null,
    sent_by bigint not null constraint hand_off_sent_by_fkey references person (id),
    -- When the receipt is due, and when it rings above.
    due_at timestamptz not null,
    above_at timestamptz not null,
    received_at timestamptz,
    received_by bigint constraint hand_off_received_by_fkey references person (id),
    -- The case ended on its way.
    dropped_at timestamptz,
    constraint hand_off_received_check check ((received_at is null) = (received_by is null)),
    constraint hand_off_once_check check (received_at is null or dropped_at is null)
);
create index hand_off_event on hand_off (event, id);
-- A case is on one way at a time.
create unique index hand_off_open_key on hand_off (event) where received_at is null and dropped_at is null;
create index hand_off_open_due on hand_off (due_at) where received_at is null and dropped_at is null;
create index hand_off_open_receiver on hand_off (receiver, due_at) where received_at is null and dropped_at is null;
create index hand_off_open_sender on hand_off (sender, due_at) where received_at is null and dropped_at is null;
call guard('hand_off', 'sender_path <@ (select scope()) or receiver_path <@ (select scope())');
grant select, insert, update (received_at, received_by, dropped_at) on hand_off to cityhelm_app;
grant select on hand_off to cityhelm_tick;

-- Whoever ends a case, or gives it to another centre than the one it is on its way to, ends its way too, whether or not they see
-- the hand-off. Runs as the owner, therefore.
create function drop_hand_offs() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    update hand_off h
    set dropped_at = now()
    where h.event = new.id and h.received_at is null and h.dropped_at is null
        and (new.state in ('closed', 'rejected', 'merged', 'void') or h.receiver <> new.centre);
    return null;
end $$;
create trigger event_ends_hand_offs after update of state, centre on event
    for each row when (
        old.centre is distinct from new.centre
        or (old.state is distinct from new.state and new.state in ('closed', 'rejected', 'merged', 'void')))
    execute function drop_hand_offs();

alter table notice drop constraint notice_kind_check;
alter table notice add constraint notice_kind_check check (kind in (
    'nobody_on_duty', 'duty_gap', 'explanation_overdue', 'hand_off_owed', 'hand_off_unreceived', 'hand_off_stuck'));

-- Solved at a tier means now: nobody above had to work on it, and it never had to be handed up. Townships dispatch nothing
-- themselves, so that their district's dispatch says nothing of where a case was solved.
insert into rate (code, version, seq, better, name_zh, name_en, numerator_zh, numerator_en, denominator_zh, denominator_en,
    period_zh, period_en, exclusions_zh, exclusions_en, source, in_force_from)
select r.code, 2, r.seq, r.better, r.name_zh, r.name_en, r.numerator_zh, r.numerator_en, r.denominator_zh, r.denominator_en,
       r.period_zh, r.period_en, '市级下过指令、上级承办过或上交过的按该层级计;区县向镇街派遣不计',
       'A case counts at the tier above that it was handed up to or that worked on it, and at the city''s when the city ordered; a district''s dispatch to its township does not count',
       r.source, '2026-11-27'
from rate r
where r.code in ('solved_in_community', 'solved_in_township', 'solved_in_district') and r.version = 1;

-- A hand-off as lists show it.
create view hand_off_row with (security_invoker = true) as
select h.id, h.event, e.number, e.title_zh, e.title_en, h.way, s.tag as sender_tag, r.tag as receiver_tag, h.sender, h.receiver,
       h.reason, h.sent_at, coalesce(b.name, '') as sent_by, h.due_at, h.received_at, coalesce(p.name, '') as received_by,
       h.dropped_at,
       case when h.received_at is not null then 'received' when h.dropped_at is not null then 'dropped' else 'sent' end as state
from hand_off h
join event e on e.id = h.event
join centre_tag s on s.id = h.sender
join centre_tag r on r.id = h.receiver
left join person b on b.id = h.sent_by
left join person p on p.id = h.received_by;
grant select on hand_off_row to cityhelm_app;

-- The highest tier that a case was handed up to or that holds a part of an order on it, wherever that lies: whoever closes it
-- may not see each of its ways. Runs as the owner, therefore; of a case that the asker does not see it tells nothing.
create function took_part_at(of_event bigint) returns text
    language sql stable security definer set search_path = public, pg_temp as $$
select c.tier
from (
    select h.receiver as centre
    from hand_off h
    where h.event = of_event and h.way = 'push_up'
    union all
    select a.centre
    from orders o
    join assignment a on a.orders = o.id
    where o.event = of_event and a.state <> 'recalled'
) took
join centre c on c.id = took.centre
where exists (
    select from event e
    where e.id = of_event and (e.path <@ (select scope()) or e.shared_with <@ (select scope())))
order by nlevel(c.path)
limit 1 $$;
revoke execute on function took_part_at(bigint) from public;
grant execute on function took_part_at(bigint) to cityhelm_app;

-- Whether a case is on its way: nobody moves it by hand before whoever has it has signed. Runs as the owner for the same reason.
create function is_on_the_way(of_event bigint) returns boolean
    language sql stable security definer set search_path = public, pg_temp
    return exists (
        select from hand_off h where h.event = of_event and h.received_at is null and h.dropped_at is null);
revoke execute on function is_on_the_way(bigint) from public;
grant execute on function is_on_the_way(bigint) to cityhelm_app;
