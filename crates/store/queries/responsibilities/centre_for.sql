-- The centre of a tier that a place lies in; of a place above that tier, the place itself.
select t.tag
from centre place
join centre above on above.path @> place.path
join centre_tag t on t.id = above.id
where place.id = $1 and (above.tier = $2 or above.id = place.id)
order by (above.tier = $2) desc
limit 1
