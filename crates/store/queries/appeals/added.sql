insert into rate_appeal (
    district, centre, path, entry, entry_at, event, rate, wanted, state, reason, filed_by, filed_at, decider)
select n.district, n.centre, n.path, n.id, n.at, n.event, n.rate, $2, 'filed', $3, $4, $5, $6
from rate_entry n
where n.id = $1
returning id
