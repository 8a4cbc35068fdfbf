-- What makes the indexes that were dropped, partition by partition: the longest first.
select regexp_replace(i.made, '^CREATE INDEX \w+ ON ONLY public\.event ', 'create index on ' || p.inhrelid::regclass || ' ')
from history.index i
cross join pg_inherits p
where p.inhparent = 'event'::regclass
order by i.made like '% gin %' desc, i.made like '% gist %' desc, i.name, p.inhrelid
