-- Who answers for a lane at a centre.
select p.title_zh, p.title_en, h.name
from post p
join person h on h.id = p.person
where p.centre = $1 and p.role = 'lane_owner' and p.lane = $2 and p.valid_from <= $3 and (p.valid_to is null or p.valid_to > $3)
order by p.valid_from desc, p.id
limit 1
