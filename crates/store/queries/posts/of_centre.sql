-- The posts of a centre with what is open, directors first. $2 now.
select p.id, p.role, p.title_zh, p.title_en,
    (select count(*) from assignment a where a.holder_post = p.id and a.state not in ('approved', 'recalled')) as parts,
    (select count(*) from explanation e where e.post = p.id and e.state in ('asked', 'returned')) as explanations,
    (select count(*) from duty d where d.post = p.id and d.to_at > $2) as shifts
from post p
where p.centre = $1 and (p.valid_to is null or p.valid_to > $2)
order by array_position(array['city_leader', 'city_duty', 'district_director', 'district_duty', 'township_director',
    'township_staff', 'lane_owner', 'system_admin', 'security_admin', 'auditor'], p.role), p.title_zh, p.id
limit 200
