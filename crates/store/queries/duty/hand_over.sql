select t.tag, o.person
from hand_over o
join centre_tag t on t.id = o.centre
where o.id = $1
