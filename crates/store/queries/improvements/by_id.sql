select i.id, i.review, i.action, t.tag as owner_tag, i.owner_name, i.due_on, i.done_at
from improvement i
join centre_tag t on t.id = i.centre
where i.id = $1
for update of i
