-- Folds the oldest deltas into the sums: of their centre and every centre above it, by day and by month, over all and by lane,
-- by month also by category; and of the centre alone by who ended the step.
with taken as (
    delete from rate_delta d
    where d.id in (select o.id from rate_delta o order by o.id limit $1)
    returning d.path, d.district, d.rate, d.lane, d.category, d.day, d.post, d.person, d.numerator, d.denominator
), grained as (
    select t.*, g.grain, case g.grain when 'day' then t.day else date_trunc('month', t.day)::date end as start
    from taken t
    cross join (values ('day'), ('month')) g (grain)
), spread as (
    select
        subpath(t.path, 0, up.depth) as path, t.grain, t.start, t.rate,
        case cut.by when 'lane' then t.lane else '' end as lane, case cut.by when 'category' then t.category else '' end as category,
        sum(t.numerator) as numerator, sum(t.denominator) as denominator
    from grained t
    cross join lateral generate_series(1, nlevel(t.path)) up (depth)
    cross join (values ('all'), ('lane'), ('category')) cut (by)
    where (cut.by <> 'lane' or t.lane <> '') and (cut.by <> 'category' or t.grain = 'month')
    group by 1, 2, 3, 4, 5, 6
), folded as (
    insert into rate_tally as kept (path, district, grain, start, rate, lane, category, numerator, denominator)
    select s.path, c.district, s.grain, s.start, s.rate, s.lane, s.category, s.numerator, s.denominator
    from spread s
    join centre c on c.path = s.path
    order by s.path, s.grain, s.start, s.rate, s.lane, s.category
    on conflict on constraint rate_tally_pkey do update
        set numerator = kept.numerator + excluded.numerator, denominator = kept.denominator + excluded.denominator
), by_person as (
    insert into rate_tally_person as kept (path, district, grain, start, rate, post, person, numerator, denominator)
    select t.path, t.district, t.grain, t.start, t.rate, t.post, t.person, sum(t.numerator), sum(t.denominator)
    from grained t
    where t.person is not null
    group by t.path, t.district, t.grain, t.start, t.rate, t.post, t.person
    order by t.path, t.grain, t.start, t.rate, t.post, t.person
    on conflict on constraint rate_tally_person_pkey do update
        set numerator = kept.numerator + excluded.numerator, denominator = kept.denominator + excluded.denominator
)
select count(*)
from taken
