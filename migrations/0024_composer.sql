-- Orders written freely: drafts, saved groups of recipients, templates; what must come back; files; corrections.

create table order_draft (
    id bigint generated always as identity constraint order_draft_pkey primary key,
    -- The issuer's centre.
    district bigint not null,
    centre bigint not null constraint order_draft_centre_fkey references centre (id),
    path ltree not null,
    person bigint not null constraint order_draft_person_fkey references person (id),
    post bigint not null constraint order_draft_post_fkey references post (id),
    state text not null constraint order_draft_state_check check (state in ('open', 'awaiting_cosign', 'sent', 'dropped')),
    -- domain::order_drafts::OrderSpec: what the form said, as it said it.
    spec jsonb not null,
    reason text not null default '',
    orders bigint constraint order_draft_orders_fkey references orders (id),
    changed_at timestamptz not null,
    key text not null,
    constraint order_draft_key_key unique (centre, key)
);
create index order_draft_waiting on order_draft (centre, changed_at desc) where state in ('open', 'awaiting_cosign');
call guard('order_draft', 'path <@ (select scope())');
grant select, insert, update on order_draft to cityhelm_app;

create table recipient_group (
    id bigint generated always as identity constraint recipient_group_pkey primary key,
    district bigint not null,
    centre bigint not null constraint recipient_group_centre_fkey references centre (id),
    path ltree not null,
    name text not null,
    -- Codes, as people know centres.
    codes text[] not null,
    constraint recipient_group_name_key unique (centre, name)
);
call guard('recipient_group', 'path <@ (select scope())');
grant select, insert, update, delete on recipient_group to cityhelm_app;

create table order_template (
    id bigint generated always as identity constraint order_template_pkey primary key,
    district bigint not null,
    centre bigint not null constraint order_template_centre_fkey references centre (id),
    path ltree not null,
    title text not null,
    -- domain::order_drafts::Letter
    letter jsonb not null,
    constraint order_template_title_key unique (centre, title)
);
-- A template of a centre above is usable below; the engine lets nobody change it there.
call guard('order_template', 'path <@ (select scope()) or path @> (select scope())');
grant select, insert, update, delete on order_template to cityhelm_app;

alter table orders
    add column receipt_text boolean not null default false,
    add column receipt_unit text not null default '',
    add column receipt_file boolean not null default false,
    add column cosigned_by bigint constraint orders_cosigned_by_fkey references person (id),
    add column corrected_at timestamptz;
comment on column orders.receipt_unit is 'Unit of the number that must come back; empty for none. A photo is asked for by assignment.photo.';

-- What an order said before it was corrected, oldest first.
create table order_revision (
    orders bigint not null constraint order_revision_orders_fkey references orders (id),
    revision integer not null,
    at timestamptz not null,
    person bigint not null constraint order_revision_person_fkey references person (id),
    note text not null,
    due_at timestamptz not null,
    constraint order_revision_pkey primary key (orders, revision)
);
call guard('order_revision', 'exists (select from orders o where o.id = orders)');
grant select, insert on order_revision to cityhelm_app;

alter table progress add column number double precision;

alter table attachment drop constraint attachment_media_check;
alter table attachment add constraint attachment_media_check check (media_type in (
    'image/jpeg', 'image/png', 'image/webp', 'application/pdf',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document'));
-- A file that goes with an order is seen by whoever sees the order; until it is sent, by who sees the draft.
alter table attachment
    add column order_draft bigint constraint attachment_order_draft_fkey references order_draft (id),
    add column orders bigint constraint attachment_orders_fkey references orders (id);
create index attachment_orders on attachment (orders) where orders is not null;
create index attachment_order_draft on attachment (order_draft) where order_draft is not null;
drop policy people on attachment;
create policy people on attachment to cityhelm_app
    using (path <@ (select scope()) or exists (select from assignment a where a.id = assignment)
        or exists (select from orders o where o.id = attachment.orders))
    with check (path <@ (select scope()) or exists (select from assignment a where a.id = assignment));
grant update (orders) on attachment to cityhelm_app;
