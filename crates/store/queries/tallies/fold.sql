-- Folds the oldest deltas into the counts of their centre and of every centre above it.
with taken as (
    delete from tally_delta d
    where d.id in (select o.id from tally_delta o order by o.id limit $1)
    returning d.path, d.topic, d.state, d.level, d.day, d.n
), spread as (
    select subpath(t.path, 0, up.depth) as path, t.topic, t.state, t.level, t.day, sum(t.n) as n
    from taken t
    cross join lateral generate_series(1, nlevel(t.path)) up (depth)
    group by 1, 2, 3, 4, 5
), folded as (
    insert into tally as kept (path, district, centre, topic, state, level, day, n)
    select s.path, c.district, c.id, s.topic, s.state, s.level, s.day, s.n
    from spread s
    join centre c on c.path = s.path
    order by c.id, s.day, s.topic, s.state, s.level
    on conflict on constraint tally_pkey do update set n = kept.n + excluded.n
)
select count(*)
from taken
