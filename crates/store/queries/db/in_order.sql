-- Lets lists be read in their own order ($1), or lets the planner choose again. It takes scopes to be far narrower than they
-- are (it knows nothing of ltree's operators), and would read, collect and sort a whole history to find one page. Each list
-- has an index in its order.
select set_config(s.name, case when $1 then 'off' else 'on' end, true)
from unnest(array['enable_bitmapscan', 'enable_seqscan', 'enable_sort']) s (name)
