-- The version of a plan that is in force.
select 'v' || max(p.version)
from plan p
where p.code = $1 and p.retired_at is null
