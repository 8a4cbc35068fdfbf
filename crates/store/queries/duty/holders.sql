-- Who may be given shifts at a centre: whoever holds a post there that is no administration, each person once a post.
select p.id as post, p.person, h.name, h.phone, p.title_zh, p.title_en
from post p
join person h on h.id = p.person
where p.centre = $1 and p.role not in ('system_admin', 'security_admin', 'auditor', 'other_system')
  and p.valid_from <= $2 and (p.valid_to is null or p.valid_to > $2)
order by case when p.role = 'lane_owner' then 1 else 0 end, p.role, h.name, p.id
