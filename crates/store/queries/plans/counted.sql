select count(*)
from (
    select
    from plan p
    where p.retired_at is null
        and not exists (select from plan newer where newer.code = p.code and newer.version > p.version)
    limit 1001
) counted
