insert into order_template (district, centre, path, title, letter)
select c.district, c.id, c.path, $2, $3
from centre c
where c.id = $1
on conflict on constraint order_template_title_key do update set letter = excluded.letter
returning id
