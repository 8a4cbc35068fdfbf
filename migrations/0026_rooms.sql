-- Rooms where several parties talk about an order or a case: a link made from a template, and who joined.

create table room (
    id bigint generated always as identity constraint room_pkey primary key,
    district bigint not null,
    centre bigint not null constraint room_centre_fkey references centre (id),
    path ltree not null,
    orders bigint constraint room_orders_fkey references orders (id),
    event bigint,
    name_zh text not null,
    name_en text not null,
    link text not null,
    opened_by bigint not null constraint room_opened_by_fkey references person (id),
    opened_at timestamptz not null,
    closed_at timestamptz,
    constraint room_subject_check check (num_nonnulls(orders, event) = 1)
);
create unique index room_open_order_key on room (orders, name_zh) where closed_at is null and orders is not null;
create unique index room_open_event_key on room (event, name_zh) where closed_at is null and event is not null;
create index room_orders on room (orders) where orders is not null;
create index room_event on room (event) where event is not null;
-- Whoever sees the order or case sees its rooms.
call guard('room', 'exists (select from orders o where o.id = room.orders) or exists (select from event e where e.id = room.event)');
grant select, insert, update (closed_at) on room to cityhelm_app;

create table room_visit (
    room bigint not null constraint room_visit_room_fkey references room (id),
    person bigint not null constraint room_visit_person_fkey references person (id),
    centre bigint not null constraint room_visit_centre_fkey references centre (id),
    at timestamptz not null,
    constraint room_visit_pkey primary key (room, person)
);
call guard('room_visit', 'exists (select from room r where r.id = room_visit.room)');
grant select, insert on room_visit to cityhelm_app;
