-- Whoever opens cases at these risk points does so one after another, in one order for all.
select pg_advisory_xact_lock(hashtextextended('cityhelm.risk_point', p.id))
from (select distinct k.id from unnest($1::bigint[]) as k (id) order by k.id) p
