-- Reports of progress in a tree, latest first; of an order that was passed down, only those below its assignment.
select
    p.assignment, p.at, h.name as who, c.name_zh as centre_zh, c.name_en as centre_en, p.percent, p.note, p.number,
    array(select f.id from attachment f where f.id = any(p.photos) and f.media_type like 'image/%' order by f.id) as photos,
    array(select f.id from attachment f where f.id = any(p.photos) and f.media_type not like 'image/%' order by f.id) as files,
    array(select f.name from attachment f where f.id = any(p.photos) and f.media_type not like 'image/%' order by f.id) as file_names
from assignment a
join progress p on p.assignment = a.id
join person h on h.id = p.person
join centre c on c.path = p.path
where a.root = $1 and ($2::text is null or starts_with(a.outline, $2 || '.'))
order by p.at desc, p.id desc
limit 200
