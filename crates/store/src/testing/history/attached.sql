-- The indexes as migrations made them: they take those of the partitions for their own. And what triggers keep beside cases.
do $$
declare made text;
begin
    for made in select replace(i.made, ' ON ONLY ', ' ON ') from history.index i loop
        execute made;
    end loop;
end $$;
insert into event_share (district, path, event, reported_at, state)
select distinct d.id, d.path, e.id, e.reported_at, e.state
from event e
cross join unnest(e.shared_with) p (path)
join centre c on c.path = p.path
join centre d on d.id = c.district
where e.shared_with <> '{}' and d.id <> e.district and d.tier <> 'city';
select setval(pg_get_serial_sequence('event', 'id'), max(e.id)) from event e;
-- The counts as the tick would have folded them.
do $$
declare part regclass;
begin
    for part in select p.inhrelid from pg_inherits p where p.inhparent = 'event'::regclass loop
        execute format(
            'insert into tally as kept (path, district, centre, topic, state, level, day, n)
            select s.path, c.district, c.id, s.topic, s.state, s.level, s.day, s.n
            from (
                select subpath(t.path, 0, up.depth) as path, t.topic, t.state, t.level, t.day, sum(t.n) as n
                from (%s) t
                cross join lateral generate_series(1, nlevel(t.path)) up (depth)
                group by 1, 2, 3, 4, 5
            ) s
            join centre c on c.path = s.path
            on conflict on constraint tally_pkey do update set n = kept.n + excluded.n',
            format(tally_question('event'),
                format('select path, district, level, state, late, reported_at, closed_at, 1 as n from %s', part)));
    end loop;
end $$;
drop schema history cascade;
