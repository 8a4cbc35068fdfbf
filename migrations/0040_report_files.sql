-- What goes with a report: photos, a voice note, and who can be asked.

alter table attachment drop constraint attachment_media_check;
alter table attachment add constraint attachment_media_check check (media_type in (
    'image/jpeg', 'image/png', 'image/webp', 'application/pdf',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'audio/webm', 'audio/ogg', 'audio/mp4', 'audio/wav', 'audio/amr', 'audio/mpeg', 'audio/aac'));
-- A file lies with the draft of a report until the report is taken; then with its case. What is forgotten takes its files
-- along. Cases are partitioned by time: no foreign key holds `event`.
alter table attachment
    add column event bigint,
    add column report_draft bigint
        constraint attachment_report_draft_fkey references report_draft (id) on delete cascade;
create index attachment_event on attachment (event) where event is not null;
create index attachment_report_draft on attachment (report_draft) where report_draft is not null;
-- Of a draft only its reporter sees the files; of a case, whoever sees the case.
drop policy people on attachment;
create policy people on attachment to cityhelm_app
    using (case
        when event is not null then exists (select from event e where e.id = attachment.event)
        when report_draft is not null then exists (select from report_draft d where d.id = attachment.report_draft)
        else path <@ (select scope()) or exists (select from assignment a where a.id = assignment)
            or exists (select from orders o where o.id = attachment.orders) end)
    with check (path <@ (select scope()) or exists (select from assignment a where a.id = assignment));
grant update (event, report_draft) on attachment to cityhelm_app;

-- A report that was refused waits as well, with why.
alter table report_draft
    -- domain::Refusal; null where the report may be about a case that is there already.
    add column trouble jsonb;
grant update (spec, trouble, kept_at) on report_draft to cityhelm_app;

-- Who can be asked about a case. Personal data: a table of its own, so that no list reads it by the way.
create table event_contact (
    event bigint constraint event_contact_pkey primary key,
    district bigint not null,
    path ltree not null,
    name text not null,
    phone text not null,
    constraint event_contact_check check (name <> '' or phone <> '')
);
call guard('event_contact', 'exists (select from event e where e.id = event_contact.event)');
grant select, insert on event_contact to cityhelm_app;
