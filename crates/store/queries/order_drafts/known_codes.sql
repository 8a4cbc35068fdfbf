-- Which of some codes name no centre below a path.
select n.code
from unnest($1::text[]) n (code)
where not exists (select from centre c where c.code = n.code and c.path <@ $2::ltree)
limit 1
