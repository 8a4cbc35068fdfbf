-- What cases of a long history are made of, with the pairs that each part brings to a search. Goes away when they are written.
create schema history;
insert into responsibility (
    category, class, class_zh, class_en, name_zh, name_en, tier, post_zh, post_en, accept_min, handle_min, working_time, grade)
select 'c' || n, 'event', '事件', 'case', '类别' || n, 'kind ' || n, 'township', '值班长', 'duty officer', 10, 120, false, 'I'
from generate_series(1, 80) n;
create table history.category as
select row_number() over (order by r.category) - 1 as k, r.category, pair_codes(concat_ws(' ', r.name_zh, r.name_en)) as pairs
from responsibility r;
create table history.centre as
select row_number() over (order by c.id) - 1 as k, c.id, c.district, c.path, c.label,
    pair_codes(concat_ws(' ', c.name_zh, c.name_en, d.name_zh, d.name_en)) as pairs
from centre c
join centre d on d.id = c.district
where c.tier = 'township';
-- Titles of eight to ten characters, some frequent and most of them rare, as in every language. One title in 40 tells of a
-- street lamp, one in 500 of water, one in 700 of a bridge and half of those of one place, one in 20,000 of a collapse.
create table history.title as
select t.k, t.zh, 'case ' || t.k as en, pair_codes(t.zh || ' case ' || t.k) as pairs
from (
    select k, (
            select string_agg(chr(19968 + (2000 * power((hashtextextended(k || 'w' || n, 7) & 65535) / 65536.0, 3))::integer), '')
            from generate_series(1, 8) n)
        || case when k % 40 = 1 then '路灯' when k % 500 = 0 then '积水' when k % 1400 = 3 then '桥梁沙坪' when k % 700 = 3 then '桥梁'
            when k = 7777 then '塌陷' else '' end as zh
    from generate_series(0, 19999) k
) t;
analyze history.category, history.centre, history.title;
-- Three years by partition, as migrations lay them out.
call partitions_for('event', interval '1 year', current_date - 1100, current_date);
-- The indexes come back when the rows are there; triggers and foreign keys wait too (session_replication_role).
create table history.index as
select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as made
from pg_index i
where i.indrelid = 'event'::regclass and not i.indisprimary;
do $$
declare dropped text;
begin
    for dropped in select i.name from history.index i loop
        execute format('drop index %s', dropped);
    end loop;
end $$;
