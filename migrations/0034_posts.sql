-- Who held which post from when to when, and who holds a part of an order.

-- A post may be without anybody for a while.
alter table post alter column person drop not null;
comment on column post.person is 'Who holds it today: what `holding` says, kept here for those who ask about now.';
grant update (person) on post to cityhelm_app, cityhelm_tick;
-- One's own posts elsewhere are seen, not changed.
create policy people_change on post as restrictive for update to cityhelm_app
    using (path <@ (select scope())) with check (path <@ (select scope()));

create table holding (
    id bigint generated always as identity constraint holding_pkey primary key,
    district bigint not null,
    centre bigint not null constraint holding_centre_fkey references centre (id),
    path ltree not null,
    post bigint not null constraint holding_post_fkey references post (id),
    person bigint not null constraint holding_person_fkey references person (id),
    from_at timestamptz not null,
    to_at timestamptz,
    note text not null default '',
    appointed_by bigint constraint holding_appointed_by_fkey references person (id),
    constraint holding_span_check check (to_at is null or from_at < to_at),
    constraint holding_once exclude using gist (district with =, post with =, tstzrange(from_at, to_at) with &&)
);
create index holding_post on holding (post, from_at desc);
create index holding_person on holding (person, post);
call guard('holding', 'path <@ (select scope()) or person = (select acting_person())');
drop policy people on holding;
create policy people_see on holding for select to cityhelm_app
    using (path <@ (select scope()) or person = (select acting_person()));
create policy people on holding to cityhelm_app
    using (path <@ (select scope())) with check (path <@ (select scope()));
grant select, insert, update (to_at), delete on holding to cityhelm_app;
grant select on holding to cityhelm_tick, cityhelm_gate;

insert into holding (district, centre, path, post, person, from_at, to_at)
select p.district, p.centre, p.path, p.id, p.person, p.valid_from, p.valid_to
from post p
where p.valid_to is null or p.valid_from < p.valid_to;

-- A post begins with its first holder.
create function begin_holding() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    if new.person is not null and (new.valid_to is null or new.valid_from < new.valid_to) then
        insert into holding (district, centre, path, post, person, from_at, to_at)
        values (new.district, new.centre, new.path, new.id, new.person, new.valid_from, new.valid_to);
    end if;
    return null;
end $$;
create trigger post_held after insert on post for each row execute function begin_holding();

-- Whoever appoints does not see what somebody holds elsewhere: the check runs as the owner.
alter function keep_administrations_apart() security definer set search_path = public, pg_temp;
-- The same for what somebody will hold from a day to come.
create function keep_holdings_apart() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    if exists (
        select from holding other
        join post theirs on theirs.id = other.post
        join post mine on mine.id = new.post
        where other.person = new.person and other.post <> new.post and theirs.role <> mine.role
          and tstzrange(other.from_at, other.to_at) && tstzrange(new.from_at, new.to_at)
          and (theirs.role in ('system_admin', 'security_admin', 'auditor')
               or mine.role in ('system_admin', 'security_admin', 'auditor'))
    ) then
        raise exception 'an administration post may not be combined with another post'
            using errcode = 'check_violation', constraint = 'post_administrations_apart';
    end if;
    return new;
end $$;
create trigger holding_administrations_apart before insert or update on holding
    for each row execute function keep_holdings_apart();

-- Whom an account names, for who appoints: one exact login at a time, and nothing else of the account.
create function person_of_login(wanted text) returns table (person bigint, name text)
    language sql stable security definer set search_path = public, pg_temp as $$
select p.id, p.name from person p where p.login = wanted and p.disabled_at is null $$;
revoke execute on function person_of_login(text) from public;
grant execute on function person_of_login(text) to cityhelm_app;

-- Who holds a part now, and under which post: whoever signed for it, or to whom a colleague gave it.
alter table assignment
    add column holder bigint constraint assignment_holder_fkey references person (id),
    add column holder_post bigint constraint assignment_holder_post_fkey references post (id);
create index assignment_held on assignment (holder, due_at)
    where holder is not null and state not in ('approved', 'recalled');
create index assignment_held_post on assignment (holder_post)
    where holder_post is not null and state not in ('approved', 'recalled');

create or replace view assignment_row with (security_invoker = true) as
select a.id, a.orders, a.root, a.parent_assignment, o.number, o.title_zh, o.title_en, a.action_zh, a.action_en, o.level, o.event,
       i.tag as issuer_tag, a.issuer_path, c.tag as recipient_tag, a.centre, a.path, a.district, a.post_zh, a.post_en,
       a.outline, a.state, a.supervision, a.percent, a.photo, a.issued_at, a.due_at, a.delivered_at, a.read_at,
       a.accepted_at, a.done_at, a.approved_at, a.reason, a.holder, a.holder_post, k.name as holder_name
from assignment a
join orders o on o.id = a.orders
join centre_tag i on i.id = o.centre
join centre_tag c on c.id = a.centre
left join person k on k.id = a.holder;

create index duty_post on duty (post, to_at);
grant update (post, person, absence), delete on duty to cityhelm_tick;
