-- What a grant adds to a figure: the case taken back, and as it should be. Each stands at the moment that the case counted.
insert into rate_entry (
    district, centre, path, event, rate, version, lane, category, at, day, post, person, numerator, denominator, why, amount,
    noted_at, appeal)
select
    n.district, n.centre, n.path, n.event, n.rate, n.version, n.lane, n.category, n.at, n.day, n.post, n.person, x.numerator,
    x.denominator, n.why, n.amount, $4, a.id
from rate_appeal a
join rate_entry n on n.id = a.entry and n.at = a.entry_at
cross join unnest($2::integer[], $3::integer[]) x (numerator, denominator)
where a.id = $1
