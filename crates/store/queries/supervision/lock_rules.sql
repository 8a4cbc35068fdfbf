-- Whoever changes rules queues here: a district's version is judged by the city's that stands.
select pg_advisory_xact_lock(hashtext('cityhelm.supervision_rules'))
