select count(*)
from notice n
where (n.centre = $1 or n.about = $1) and n.state = 'open'
