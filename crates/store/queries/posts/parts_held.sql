-- Parts that are held under a post.
select a.id
from assignment a
where a.holder_post = $1 and a.state not in ('approved', 'recalled')
order by a.id
