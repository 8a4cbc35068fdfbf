-- Each of the two takes the other's post and person.
update duty d
set post = o.post, person = o.person
from duty o
where (d.id = $1 and o.id = $2) or (d.id = $2 and o.id = $1)
