-- One case's share in a rate; none for a revision.
select n.id, n.at, n.event, n.rate, n.numerator, n.denominator, t.tag as centre_tag
from rate_entry n
join centre_tag t on t.id = n.centre
where n.id = $1 and n.appeal is null
