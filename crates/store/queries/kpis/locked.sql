-- Reports of one KPI of one centre follow one another, so that revisions have no gap and what stands now is right.
select pg_advisory_xact_lock(hashtextextended('cityhelm.kpi.' || $1::bigint, $2::bigint))
