-- Sums of what closed cases count as, as folding would make them; nothing is left to be folded.
with folded as (
    delete from rate_delta
), grained as (
    select n.path, g.grain, case g.grain when 'day' then n.day else date_trunc('month', n.day)::date end as start, n.rate,
           case cut.by when 'lane' then n.lane else '' end as lane, case cut.by when 'category' then n.category else '' end as category,
           sum(n.numerator) as numerator, sum(n.denominator) as denominator
    from rate_entry n
    cross join (values ('day'), ('month')) g (grain)
    cross join (values ('all'), ('lane'), ('category')) cut (by)
    where (cut.by <> 'lane' or n.lane <> '') and (cut.by <> 'category' or g.grain = 'month')
    group by 1, 2, 3, 4, 5, 6
), spread as materialized (
    select subpath(d.path, 0, up.depth) as path, d.grain, d.start, d.rate, d.lane, d.category, sum(d.numerator) as numerator,
           sum(d.denominator) as denominator
    from grained d
    cross join lateral generate_series(1, nlevel(d.path)) up (depth)
    group by 1, 2, 3, 4, 5, 6
)
insert into rate_tally (path, district, grain, start, rate, lane, category, numerator, denominator)
select s.path, c.district, s.grain, s.start, s.rate, s.lane, s.category, s.numerator, s.denominator
from spread s
join centre c on c.path = s.path
