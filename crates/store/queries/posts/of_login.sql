select w.person, w.name
from person_of_login($1) w
