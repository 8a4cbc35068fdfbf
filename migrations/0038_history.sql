-- What a list, a count and a search cost however long the history is.

-- A pair of characters as one number: four bytes instead of twelve, and compared without a collation. Both code points stand
-- in it whole as far as they have sixteen bits; what else looks alike is told apart by the words themselves.
create function pair_codes(words text) returns integer[]
    language sql immutable parallel safe
    return (
        select coalesce(array_agg(distinct (ascii(substr(t.words, n, 1)) << 16) # ascii(substr(t.words, n + 1, 1))), '{}')
        from (select lower($1) as words) t, generate_series(1, length(t.words) - 1) n
        where substr(t.words, n, 2) !~ '\s');

-- What a search of cases looks at beside the number, which is found as a whole, by its day or by its last digits.
create function event_text(e event) returns text
    language sql stable
    return (
        select lower(concat_ws(' ', e.title_zh, e.title_en, e.description, r.name_zh, r.name_en, c.name_zh, c.name_en, d.name_zh,
                               d.name_en))
        from responsibility r, centre c, centre d
        where r.category = e.category and c.id = e.centre and d.id = e.district);

drop view event_row;
drop trigger event_words on event;
drop function word_event();
drop function event_words(event);
alter table event drop column words;
alter table event add column pairs integer[] not null default '{}';
comment on column event.pairs is 'pair_codes of event_text: what a search can find. Without the number, whose few pairs stand in every case.';

create function pair_event() returns trigger
    language plpgsql as $$
begin
    new.pairs := pair_codes(event_text(new));
    return new;
end $$;
create trigger event_pairs before insert or update of title_zh, title_en, description, category, centre on event
    for each row execute function pair_event();
alter table event disable trigger user;
update event e set pairs = pair_codes(event_text(e));
alter table event enable trigger user;
create index event_pairs on event using gin (pairs) with (fastupdate = off);

create view event_row with (security_invoker = true) as
select e.id, e.number, e.title_zh, e.title_en, e.description, e.category, r.name_zh as category_zh, r.name_en as category_en,
       e.level, e.state, e.state_before, e.source, e.centre, c.tag as centre_tag, e.path, e.shared_with, e.district,
       d.name_zh as district_zh, d.name_en as district_en, e.reported_at, e.due_at, e.step_due_at, e.late, e.closed_at,
       e.risk_point, e.place_centre, e.place, e.reporter,
       coalesce(e.step_started_at, e.reported_at) as step_started_at, e.stopped_at, e.merged_into, e.parent
from event e
join responsibility r on r.category = e.category
join centre_tag c on c.id = e.centre
join centre d on d.id = e.district;
grant select on event_row to cityhelm_app, cityhelm_ingest, cityhelm_tick;

-- As before, by the new pairs.
create or replace function events_near(
    at_place geometry, reach_m double precision, from_at timestamptz, until_at timestamptz, closed_after timestamptz,
    of_class text, of_category text, spoken text, but bigint, most integer)
    returns table (id bigint, reported_at timestamptz, distance_m double precision, same_category boolean)
    language sql stable security definer set search_path = public, pg_temp as $$
select e.id, e.reported_at, st_distance(e.place::geography, at_place::geography), e.category = of_category
from event e
join responsibility r on r.category = e.category
where e.place && st_makeenvelope(
        st_x(at_place) - reach_m / (111000 * cos(radians(st_y(at_place)))), st_y(at_place) - reach_m / 110000,
        st_x(at_place) + reach_m / (111000 * cos(radians(st_y(at_place)))), st_y(at_place) + reach_m / 110000, 4326)
    and e.reported_at between from_at and until_at
    and st_dwithin(e.place::geography, at_place::geography, reach_m)
    and r.class = of_class
    and (e.state not in ('closed', 'rejected', 'merged', 'void') or (e.state = 'closed' and e.closed_at >= closed_after))
    and (e.path <@ (select scope()) or e.shared_with <@ (select scope()))
    and e.id is distinct from but
order by e.category = of_category desc,
    (select count(*) from unnest(pair_codes(spoken)) p (pair) where p.pair = any(e.pairs)) desc,
    st_distance(e.place::geography, at_place::geography), e.reported_at desc, e.id desc
limit most $$;

-- Cases in whose text all words stand, narrowed as a list is. Row-level security lets no index of pairs come first (its
-- operators are not leakproof), so this runs as the owner and asks for the scope itself.
--
-- In order, latest first, it looks through the latest two thousand cases, then through a span of time eight times as long, and
-- so on until it has as many as asked for: a frequent word is found among the latest, a rare one has few cases in all, and
-- neither costs much more in a longer history. The first two spans are read case by case; in the longer ones pairs and time
-- narrow together; the rest, when it comes to that, is asked for the pairs alone, since a district's whole index is longer than
-- what a rare word finds. Out of order, for a count, it takes whatever it finds first.
create function events_found(
    of_district bigint, under ltree, over_too boolean, of_state text, of_level smallint, of_categories text[],
    spoken text, of_lamp text, now_at timestamptz, after_at timestamptz, after_id bigint, most bigint, from_at timestamptz,
    until_at timestamptz, in_order boolean, waits_for bigint, waiting text[])
    returns table (id bigint, reported_at timestamptz)
    language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
    terms text[] := array(select distinct t.term from regexp_split_to_table(lower(spoken), '\s+') t (term) where t.term <> '');
    codes integer[];
    narrowed text := $q$
        and ($3 or e.state not in ('closed', 'rejected', 'merged', 'void'))
        and ($4 is null or e.state = $4)
        and ($5 is null or e.level = $5)
        and ($6 is null or e.category = any($6))
        and e.pairs @> $15
        and ($8 is null or $8 = case_lamp_at(e.state, e.closed_at, e.reported_at, e.due_at,
            coalesce(e.step_started_at, e.reported_at), e.step_due_at, e.stopped_at, $9))
        and ($10 is null or (e.reported_at, e.id) < ($10, $11))
        and (e.path <@ (select scope()) or e.shared_with <@ (select scope()))
        and ($16 is null or e.id = $16)
        and ($17 is null or e.centre = $17 and e.state = any($18))
        and not exists (
            select from unnest($7) t (term) where strpos(event_text(e), t.term) = 0 and strpos(lower(e.number), t.term) = 0) $q$;
    own text := $q$
        select e.id, e.reported_at
        from event e
        where e.reported_at >= $13 and e.reported_at < $14
        and ($1 is null or e.district = $1)
        and ($2 is null or e.path <@ $2 or e.shared_with <@ $2) $q$ || narrowed;
    -- Of elsewhere, where the district has a part.
    shared text := $q$
        select e.id, e.reported_at
        from event_share s
        join event e on e.id = s.event and e.reported_at = s.reported_at
        where s.reported_at >= $13 and s.reported_at < $14
        and s.district = $1
        and ($2 is null or e.shared_with <@ $2) $q$ || narrowed;
    sorted text := ' order by e.reported_at desc, e.id desc limit $12 ';
    question text;
    asked text;
    upper_at timestamptz := least(coalesce(until_at, 'infinity'), coalesce(after_at + interval '1 microsecond', 'infinity'));
    lowest_at timestamptz := coalesce(from_at, '-infinity');
    lower_at timestamptz;
    first_at timestamptz;
    spanned interval;
    of_number bigint;
    -- The day in a number, SJ-2026-0930-000017, as its year, month and day.
    of_day text[];
    found_here bigint;
begin
    if not in_order then
        sorted := ' limit $12 ';
    end if;
    question := case when of_district is null then own || sorted
        else '(' || own || sorted || ') union all (' || shared || sorted || ')'
            || replace(sorted, 'e.', '') end;

    -- A word that is a case's number, or ends as one does, names that case.
    select e.id, e.reported_at into of_number, first_at
    from event e
    where e.number = any(array(select upper(t.term) from unnest(terms) t (term)))
    limit 1;
    if of_number is null then
        select e.id, e.reported_at into of_number, first_at
        from unnest(terms) t (term)
        join event e on e.id = substring(t.term from '\d{5,18}$')::bigint and strpos(lower(e.number), t.term) > 0
        limit 1;
    end if;
    if of_number is not null then
        return query execute question
            using of_district, under, over_too, of_state, of_level, of_categories, terms, of_lamp, now_at, after_at, after_id,
                  most, greatest(lowest_at, first_at), least(upper_at, first_at + interval '1 microsecond'), '{}'::integer[], of_number,
                  waits_for, waiting;
        return;
    end if;
    for of_day in
        select d.part
        from unnest(terms) t (term), regexp_matches(t.term, '^(?:[a-z]+-)?(2\d{3})-(0[1-9]|1[0-2])([0-2]\d|3[01])-?$') d (part)
    loop
        first_at := (make_date(of_day[1]::integer, of_day[2]::integer, 1) + of_day[3]::integer - 1)::timestamp
            at time zone 'Asia/Shanghai';
        lowest_at := greatest(lowest_at, first_at);
        upper_at := least(upper_at, first_at + interval '1 day');
    end loop;
    codes := pair_codes(array_to_string(array(
        select t.term from unnest(terms) t (term) where t.term !~ '^([a-z]+-)?2\d{3}-(0[1-9]|1[0-2])([0-2]\d|3[01])-?$'), ' '));

    if not in_order then
        return query execute question
            using of_district, under, over_too, of_state, of_level, of_categories, terms, of_lamp, now_at, after_at, after_id,
                  most, lowest_at, upper_at, codes, of_number, waits_for, waiting;
        return;
    end if;

    execute $q$
        select min(l.reported_at), max(l.reported_at)
        from (
            select e.reported_at
            from event e
            where e.reported_at < $2 and ($1 is null or e.district = $1)
            order by e.reported_at desc, e.id desc
            limit 2000
        ) l $q$
        into lower_at, first_at
        using of_district, upper_at;
    -- One at least, for a district whose own history is empty.
    lower_at := coalesce(lower_at, '-infinity');
    spanned := case when isfinite(lower_at) then greatest(first_at - lower_at, interval '1 minute') end;
    for turn in 1..6 loop
        lower_at := greatest(lower_at, lowest_at);
        asked := case
            when turn <= 2 then replace(question, 'e.pairs @> $15', 'coalesce(e.pairs, ''{}'') @> $15')
            when lower_at <= lowest_at then replace(question, 'e.district = $1', 'e.district + 0 = $1')
            else question end;
        return query execute asked
            using of_district, under, over_too, of_state, of_level, of_categories, terms, of_lamp, now_at, after_at, after_id,
                  most, lower_at, upper_at, codes, of_number, waits_for, waiting;
        get diagnostics found_here = row_count;
        most := most - found_here;
        exit when most <= 0 or lower_at <= lowest_at;
        spanned := spanned * 8;
        upper_at := lower_at;
        -- A word that stood in none of so many cases stands in few of all.
        lower_at := case when turn >= 5 or (turn >= 2 and found_here = 0) then lowest_at else lower_at - spanned end;
    end loop;
end $$;
revoke execute on function events_found(bigint, ltree, boolean, text, smallint, text[], text, text, timestamptz, timestamptz, bigint, bigint,
    timestamptz, timestamptz, boolean, bigint, text[]) from public;
grant execute on function events_found(bigint, ltree, boolean, text, smallint, text[], text, text, timestamptz, timestamptz, bigint, bigint,
    timestamptz, timestamptz, boolean, bigint, text[]) to cityhelm_app;

-- The few that ended otherwise than closed, out of a long list of those that did.
create index event_ended_latest on event (state, reported_at desc, id desc) where state in ('rejected', 'merged', 'void');
create index event_ended_listed on event (district, state, reported_at desc, id desc) where state in ('rejected', 'merged', 'void');

-- Counts by centre and day. A path is no key for whoever reads behind row-level security (its operators are not leakproof), and
-- the days before the last thirty are nobody's question.
alter table tally add column centre bigint constraint tally_centre_fkey references centre (id);
update tally y set centre = c.id from centre c where c.path = y.path;
alter table tally alter column centre set not null;
alter table tally drop constraint tally_pkey;
alter table tally add constraint tally_pkey primary key (centre, day, topic, state, level);
