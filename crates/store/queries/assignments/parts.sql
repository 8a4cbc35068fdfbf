-- What was passed down from an assignment and not recalled: how many parts in all, and how many are not done.
select count(*), count(*) filter (where a.state not in ('done', 'approved'))
from assignment a
join orders o on o.id = a.orders
where a.parent_assignment = $1 and a.state <> 'recalled' and o.recalled_at is null
