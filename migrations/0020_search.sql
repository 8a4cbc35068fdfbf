-- Search in the event hub. PostgreSQL's own text search knows no Chinese words, and a pattern of two characters finds no
-- trigram; pairs of characters do, in every script.

-- Every pair of neighbouring characters, those around a blank left out.
create function bigrams(words text) returns text[]
    language sql immutable parallel safe
    return (
        select coalesce(array_agg(distinct substr(t.words, n, 2)), '{}')
        from (select lower($1) as words) t, generate_series(1, length(t.words) - 1) n
        where substr(t.words, n, 2) !~ '\s');

alter table event add column words text[] not null default '{}';
comment on column event.words is 'Pairs of characters of number, title, description, category, centre and district: what a search can find.';

create function event_words(e event) returns text[]
    language sql stable
    return (
        select bigrams(concat_ws(' ', e.number, e.title_zh, e.title_en, e.description, r.name_zh, r.name_en,
                                 c.name_zh, c.name_en, d.name_zh, d.name_en))
        from responsibility r, centre c, centre d
        where r.category = e.category and c.id = e.centre and d.id = e.district);

create function word_event() returns trigger
    language plpgsql as $$
begin
    new.words := event_words(new);
    return new;
end $$;
-- By name after event_number, which gives the number.
create trigger event_words before insert or update of number, title_zh, title_en, description, category, centre on event
    for each row execute function word_event();
update event e set words = event_words(e);
create index event_words on event using gin (words) with (fastupdate = off);

create or replace view event_row with (security_invoker = true) as
select e.id, e.number, e.title_zh, e.title_en, e.description, e.category, r.name_zh as category_zh, r.name_en as category_en,
       e.level, e.state, e.state_before, e.source, e.centre, c.tag as centre_tag, e.path, e.shared_with, e.district,
       d.name_zh as district_zh, d.name_en as district_en, e.reported_at, e.due_at, e.step_due_at, e.late, e.closed_at,
       e.risk_point, e.place_centre, e.place, e.reporter,
       coalesce(e.step_started_at, e.reported_at) as step_started_at, e.stopped_at, e.words
from event e
join responsibility r on r.category = e.category
join centre_tag c on c.id = e.centre
join centre d on d.id = e.district;
