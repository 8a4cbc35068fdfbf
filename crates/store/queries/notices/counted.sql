-- How many there are, counted to a thousand.
select count(*)
from (
    select n.id
    from notice n
    where (n.centre = $1 or n.about = $1) and ($2 or n.state <> 'over')
    limit 1001
) counted
