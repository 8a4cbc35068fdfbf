-- The work calendar, and limits for each step of a case.

-- Days that differ from Monday to Friday: public holidays and the weekends worked instead.
create table work_day (
    day date constraint work_day_pkey primary key,
    works boolean not null,
    name_zh text not null,
    name_en text not null,
    -- Entered before the year's notice was published.
    provisional boolean not null
);
grant select on work_day to cityhelm_app, cityhelm_ingest, cityhelm_tick;
grant insert, update, delete on work_day to cityhelm_app;

-- Minutes for the steps beside acceptance and handling. What a city has listed already begins with these.
alter table responsibility
    add column register_min integer not null default 30 constraint responsibility_register_check check (register_min >= 0),
    add column dispatch_min integer not null default 30 constraint responsibility_dispatch_check check (dispatch_min >= 0),
    add column verify_min integer not null default 60 constraint responsibility_verify_check check (verify_min >= 0),
    add column close_min integer not null default 60 constraint responsibility_close_check check (close_min >= 0);

alter table event
    -- Since when the present step's limit runs; since the report where nothing else is known.
    add column step_started_at timestamptz,
    -- Since when both clocks stand still: the case is suspended.
    add column stopped_at timestamptz,
    -- The present step is past its time. Set by the tick.
    add column step_late boolean not null default false;
update event set stopped_at = now() where state = 'suspended';
create index event_open_step_due on event (step_due_at)
    where step_due_at is not null and stopped_at is null and not step_late
        and state not in ('closed', 'rejected', 'merged', 'void');

create or replace view event_row with (security_invoker = true) as
select e.id, e.number, e.title_zh, e.title_en, e.description, e.category, r.name_zh as category_zh, r.name_en as category_en,
       e.level, e.state, e.state_before, e.source, e.centre, c.tag as centre_tag, e.path, e.shared_with, e.district,
       d.name_zh as district_zh, d.name_en as district_en, e.reported_at, e.due_at, e.step_due_at, e.late, e.closed_at,
       e.risk_point, e.place_centre, e.place, e.reporter,
       coalesce(e.step_started_at, e.reported_at) as step_started_at, e.stopped_at
from event e
join responsibility r on r.category = e.category
join centre_tag c on c.id = e.centre
join centre d on d.id = e.district;

-- The worse lamp of a case's two clocks, for filters: domain::clocks. Clocks that stand still show what they showed.
create function case_lamp_at(
    state text, closed_at timestamptz, started timestamptz, due timestamptz, step_started timestamptz, step_due timestamptz,
    stopped timestamptz, at timestamptz) returns text
    language sql immutable parallel safe
    return case
        when closed_at > due then 'red'
        when state in ('closed', 'rejected', 'merged', 'void') then 'green'
        when coalesce(stopped, at) > least(due, step_due) then 'red'
        when lamp_at(started, due, coalesce(stopped, at)) = 'amber' or lamp_at(step_started, step_due, coalesce(stopped, at)) = 'amber'
            then 'amber'
        else 'green' end;
