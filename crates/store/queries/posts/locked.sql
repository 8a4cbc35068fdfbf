-- A post with whoever holds it as of its last change, held until the transaction ends.
select p.id, p.role, p.title_zh, p.title_en, t.tag, p.person, k.name
from post p
join centre_tag t on t.id = p.centre
left join person k on k.id = p.person
where p.id = $1 and (p.valid_to is null or p.valid_to > $2)
for update of p
