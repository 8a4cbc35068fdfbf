-- What desks read and write about events, orders and plans: rows as lists show them, and what a scope may learn of the rest.

-- A centre as other things mention it, as domain::centres::CentreTag reads it.
create view centre_tag with (security_invoker = true) as
select c.id, c.path, c.district,
       json_build_object(
           'id', c.id, 'code', c.code, 'tier', c.tier, 'path', c.path::text,
           'name', json_build_object('zh', c.name_zh, 'en', c.name_en),
           'short', json_build_object('zh', c.short_zh, 'en', c.short_en)) as tag
from centre c;
grant select on centre_tag to cityhelm_app, cityhelm_ingest, cityhelm_tick, cityhelm_gate;

-- domain::time::lamp, for filters.
create function lamp_at(started timestamptz, due timestamptz, at timestamptz) returns text
    language sql immutable parallel safe
    return case when at > due then 'red' when (at - started) * 5 >= (due - started) * 4 then 'amber' else 'green' end;

-- Where the case is, when that is not the responsible centre itself: a township tells its district of a flooded road.
alter table event add column place_centre bigint constraint event_place_centre_fkey references centre (id);

-- The city's own lists run over all districts.
create index event_open_latest on event (reported_at desc, id desc) where state not in ('closed', 'rejected', 'merged', 'void');
create index event_latest on event (reported_at desc, id desc);
create index orders_running_latest on orders (issued_at desc, id desc) where recalled_at is null and finished_at is null;
create index orders_latest on orders (issued_at desc, id desc);
create index review_latest on review (opened_at desc, id desc);

-- Numbers that people use follow from the row's identity and city day; a seed may bring its own.
create function number_of(prefix text, at timestamptz, id bigint, digits integer) returns text
    language sql immutable parallel safe
    return prefix || to_char(at at time zone 'Asia/Shanghai', '-YYYY-MMDD-') || lpad(id::text, greatest(digits, length(id::text)), '0');

create function number_event() returns trigger
    language plpgsql as $$
begin
    if coalesce(new.number, '') = '' then
        new.number := number_of('SJ', new.reported_at, new.id, 6);
    end if;
    return new;
end $$;
create trigger event_number before insert on event for each row execute function number_event();

create function number_order() returns trigger
    language plpgsql as $$
begin
    if coalesce(new.number, '') = '' then
        new.number := number_of('ZL', new.issued_at, new.id, 4);
    end if;
    -- An order that was passed down belongs to the tree it hangs in; every other is the top of its own.
    new.root := coalesce(new.root, new.id);
    return new;
end $$;
create trigger orders_number before insert on orders for each row execute function number_order();

create view event_row with (security_invoker = true) as
select e.id, e.number, e.title_zh, e.title_en, e.description, e.category, r.name_zh as category_zh, r.name_en as category_en,
       e.level, e.state, e.state_before, e.source, e.centre, c.tag as centre_tag, e.path, e.shared_with, e.district,
       d.name_zh as district_zh, d.name_en as district_en, e.reported_at, e.due_at, e.step_due_at, e.late, e.closed_at,
       e.risk_point, e.place_centre, e.place, e.reporter
from event e
join responsibility r on r.category = e.category
join centre_tag c on c.id = e.centre
join centre d on d.id = e.district;
grant select on event_row to cityhelm_app, cityhelm_ingest, cityhelm_tick;

create view plan_row with (security_invoker = true) as
select p.id, p.code, p.name_zh, p.name_en, p.scene_zh, p.scene_en, p.level, p.version, p.path, c.tag as centre_tag,
       k.name_zh as kind_zh, k.name_en as kind_en, p.risk_kind, p.risk_point, p.category, p.retired_at,
       (select count(*) from plan_step s where s.plan = p.id) as steps
from plan p
join centre_tag c on c.id = p.centre
left join risk_kind k on k.code = p.risk_kind;
grant select on plan_row to cityhelm_app, cityhelm_tick;

create view assignment_row with (security_invoker = true) as
select a.id, a.orders, a.root, a.parent_assignment, o.number, o.title_zh, o.title_en, a.action_zh, a.action_en, o.level, o.event,
       i.tag as issuer_tag, a.issuer_path, c.tag as recipient_tag, a.centre, a.path, a.district, a.post_zh, a.post_en,
       a.outline, a.state, a.supervision, a.percent, a.photo, a.issued_at, a.due_at, a.delivered_at, a.read_at,
       a.accepted_at, a.done_at, a.approved_at, a.reason
from assignment a
join orders o on o.id = a.orders
join centre_tag i on i.id = o.centre
join centre_tag c on c.id = a.centre;
grant select on assignment_row to cityhelm_app, cityhelm_tick;

-- How far the parts of one order are, as far as the asker sees them: the bars 达·读·签·办, the worst lamp and pressure of what is owed.
create function order_standing(order_id bigint, at timestamptz) returns table (
    all_n bigint, delivered_n bigint, read_n bigint, accepted_n bigint, done_n bigint, approved_n bigint, late_n bigint,
    amber_n bigint, pressure integer, next_due_at timestamptz)
    language sql stable as $$
select count(*),
       count(*) filter (where a.delivered_at is not null),
       count(*) filter (where a.read_at is not null),
       count(*) filter (where a.accepted_at is not null),
       count(*) filter (where a.state in ('done', 'approved')),
       count(*) filter (where a.state = 'approved'),
       count(*) filter (where a.owed and at > a.due_at),
       count(*) filter (where a.owed and lamp_at(a.issued_at, a.due_at, at) = 'amber'),
       coalesce(max(case a.supervision when 'red' then 3 when 'yellow' then 2 when 'urged' then 1 else 0 end) filter (where a.owed), 0),
       min(a.due_at) filter (where a.owed)
from (
    select x.delivered_at, x.read_at, x.accepted_at, x.issued_at, x.due_at, x.state, x.supervision,
           x.state in ('issued', 'delivered', 'read', 'accepted', 'doing') as owed
    from assignment x where x.orders = order_id
) a $$;
grant execute on function order_standing(bigint, timestamptz) to cityhelm_app, cityhelm_tick;

-- A recipient's report may end the case although the recipient does not see the other parts, and a district must hear that
-- the city commands although it does not see the city's order. Runs as the owner, therefore, and tells counts and the
-- commanding centre only; of a case that the asker does not see it tells nothing.
create function event_standing(of_event bigint) returns table (parts bigint, reported bigint, approved bigint, commander bigint)
    language sql stable security definer set search_path = public, pg_temp as $$
select count(a.id), count(a.id) filter (where a.state in ('done', 'approved')), count(a.id) filter (where a.state = 'approved'),
       (select o.centre from orders o
        where o.event = of_event and o.parent_assignment is null and o.recalled_at is null
        order by o.issued_at, o.id limit 1)
from orders o
join assignment a on a.orders = o.id and a.state <> 'recalled'
where o.event = of_event and o.parent_assignment is null and o.recalled_at is null
  and exists (select from event e
              where e.id = of_event and (e.path <@ (select scope()) or e.shared_with <@ (select scope()))) $$;
revoke execute on function event_standing(bigint) from public;
grant execute on function event_standing(bigint) to cityhelm_app;
