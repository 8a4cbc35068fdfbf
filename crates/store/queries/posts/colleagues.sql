-- Who may work on a centre's parts of orders: the posts of these kinds ($3) and who holds them.
select p.id as post, p.person, h.name, h.phone, p.title_zh, p.title_en
from post p
join person h on h.id = p.person
where p.centre = $1 and p.role = any($3) and p.valid_from <= $2 and (p.valid_to is null or p.valid_to > $2)
order by h.name, p.id
limit 100
