-- Reviews: which rule opens one, several findings, improvements that are orders and name what they change, lessons to be found.

create table review_rule (
    code text constraint review_rule_pkey primary key,
    seq smallint not null,
    trigger text not null constraint review_rule_trigger_check check (trigger in ('level', 'loss', 'late', 'repeated')),
    name_zh text not null,
    name_en text not null,
    -- From this level on, of a rule by level.
    level smallint constraint review_rule_level_check check (level between 1 and 4),
    -- So many cases of one category at one place within so many days, of a rule by repetition.
    times integer constraint review_rule_times_check check (times > 1),
    days integer constraint review_rule_days_check check (days > 0),
    in_force boolean not null default true,
    constraint review_rule_of_level_check check ((trigger = 'level') = (level is not null)),
    constraint review_rule_of_repeated_check check (
        (trigger = 'repeated') = (times is not null) and (trigger = 'repeated') = (days is not null))
);
grant select on review_rule to cityhelm_app;
insert into review_rule (code, seq, trigger, name_zh, name_en, level, times, days)
values
('grave', 1, 'level', '橙色及以上事件', 'Level orange or above', 3, null, null),
('loss', 2, 'loss', '造成损失或伤亡', 'A loss was noted', null, null, null),
('late', 3, 'late', '超过全案时限结案', 'Closed late', null, null, null),
('repeated', 4, 'repeated', '同地同类 90 天内第 3 起', 'The third of a category at one place in 90 days', null, 3, 90);

-- What was lost, in words; empty where nothing was.
alter table event add column loss text not null default '';
create index event_alike on event (coalesce(place_centre, centre), category, reported_at desc);

alter table review
    add column rule text constraint review_rule_fkey references review_rule (code),
    -- Whoever opened it by hand.
    add column opened_by bigint constraint review_opened_by_fkey references person (id),
    add column category text constraint review_category_fkey references responsibility (category),
    add column words text[] not null default '{}';
comment on column review.words is 'Pairs of characters of lessons, findings, title, number and category: what a search can find.';
update review r set category = (select e.category from event e where e.id = r.event);
alter table review alter column category set not null;
create index review_lessons on review (category, concluded_at desc, id desc) where state = 'concluded';

create table finding (
    id bigint generated always as identity constraint finding_pkey primary key,
    district bigint not null,
    path ltree not null,
    review bigint not null constraint finding_review_fkey references review (id),
    kind text not null constraint finding_kind_check check (
        kind in ('sensing', 'deciding', 'handling', 'coordination', 'resources')),
    text text not null,
    person bigint not null constraint finding_person_fkey references person (id),
    at timestamptz not null
);
create index finding_review on finding (review, id);
call guard('finding', 'path <@ (select scope())');
grant select, insert on finding to cityhelm_app;

-- Runs as the owner: what a search finds does not depend on who wrote last.
create function review_words(r review) returns text[]
    language sql stable security definer set search_path = public, pg_temp
    return (
        select bigrams(concat_ws(' ', e.number, e.title_zh, e.title_en, c.name_zh, c.name_en, r.findings,
                                 (select string_agg(f.text, ' ' order by f.id) from finding f where f.review = r.id)))
        from event e
        join responsibility c on c.category = e.category
        where e.id = r.event);
revoke execute on function review_words(review) from public;

create function word_review() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    new.category := coalesce(new.category, (select e.category from event e where e.id = new.event));
    new.words := coalesce(review_words(new), '{}');
    return new;
end $$;
create trigger review_words before insert or update of findings on review for each row execute function word_review();

create function word_finding() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    update review r set words = coalesce(review_words(r), '{}') where r.id = new.review;
    return null;
end $$;
create trigger finding_words after insert on finding for each row execute function word_finding();
update review r set words = coalesce(review_words(r), '{}');
create index review_words on review using gin (words) with (fastupdate = off);

alter table improvement
    -- The order that it was sent down as.
    add column orders bigint constraint improvement_orders_fkey references orders (id),
    -- What it changes, and how that was before.
    add column changes text constraint improvement_changes_check check (changes in ('plan', 'indicator', 'responsibility')),
    add column changes_code text,
    add column changes_before text,
    add constraint improvement_changes_whole_check check (
        (changes is null) = (changes_code is null) and (changes is null) = (changes_before is null));
create index improvement_orders on improvement (orders) where orders is not null;
