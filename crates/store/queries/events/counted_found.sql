-- How many cases `found.sql` has in all, as far as it is counted.
select count(*)
from events_found($1, $2::ltree, $3, $4, $5, $6, $7, $8, $9, null, null, $14, $10, $11, false, $12, $13)
