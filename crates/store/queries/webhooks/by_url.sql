select w.id
from webhook w
where w.client = $1 and w.url = $2 and w.removed_at is null
