-- The audit log: who decided what, hash-chained by district.

create table audit (
    district bigint not null,
    seq bigint not null,
    at timestamptz not null,
    verb text not null,
    -- Where it was done; the acting centre for what people did.
    path ltree not null,
    centre_zh text not null default '',
    centre_en text not null default '',
    -- Empty for the system itself.
    person bigint,
    who text not null default '',
    as_what_zh text not null default '',
    as_what_en text not null default '',
    address text not null default '',
    -- What it was done to.
    noun text not null,
    row_id bigint,
    subject_zh text not null default '',
    subject_en text not null default '',
    -- The case and the order tree it belongs to, for their timelines.
    event bigint,
    root bigint,
    before text not null default '',
    after text not null default '',
    note text not null default '',
    before_hash bytea not null,
    hash bytea not null,
    constraint audit_pkey primary key (district, seq, at)
) partition by range (at);
create index audit_event on audit (event) where event is not null;
create index audit_root on audit (root) where root is not null;
create index audit_row on audit (noun, row_id);

create table audit_head (
    district bigint constraint audit_head_pkey primary key,
    seq bigint not null,
    hash bytea not null
);
comment on table audit_head is 'The end of each chain. Export it to notice that a chain was cut short.';

-- What a row's hash covers, in one fixed text. `cityhelm audit verify` computes the same.
create function audit_text(entry audit) returns text
    language sql immutable parallel safe
    return jsonb_build_array(
        entry.district, entry.seq, extract(epoch from entry.at)::text, entry.verb, entry.path::text, entry.centre_zh, entry.centre_en, entry.person,
        entry.who, entry.as_what_zh, entry.as_what_en, entry.address, entry.noun, entry.row_id, entry.subject_zh, entry.subject_en,
        entry.event, entry.root, entry.before, entry.after, entry.note)::text;

-- Runs as the owner: writers may append, and cannot touch the chain's head.
create function chain_audit() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
declare head audit_head;
begin
    insert into audit_head (district, seq, hash) values (new.district, 0, sha256(convert_to('cityhelm', 'utf8')))
    on conflict on constraint audit_head_pkey do nothing;
    -- The lock makes decisions of one district queue here, at the end of their transactions; districts do not wait for each other.
    select * into head from audit_head where district = new.district for update;
    new.seq := head.seq + 1;
    new.before_hash := head.hash;
    new.hash := sha256(head.hash || convert_to(audit_text(new), 'utf8'));
    update audit_head set seq = new.seq, hash = new.hash where district = new.district;
    return new;
end $$;
create trigger audit_chain before insert on audit for each row execute function chain_audit();

-- A case's timeline is for whoever sees the case; the rest for those in whose scope it was done.
call guard('audit', 'path <@ (select scope()) or exists (select from event e where e.id = event)
    or exists (select from orders o where o.id = root)');
grant select, insert on audit to cityhelm_app, cityhelm_ingest, cityhelm_tick, cityhelm_gate;
