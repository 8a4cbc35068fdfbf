-- Centres directly below and who is on duty there, those with nobody first.
select t.tag, n.person, n.name, n.phone, n.title_zh, n.title_en, n.to_at
from centre c
join centre_tag t on t.id = c.id
left join lateral (
    select d.person, h.name, h.phone, p.title_zh, p.title_en, d.to_at
    from duty d
    join post p on p.id = d.post
    join person h on h.id = d.person
    where d.centre = c.id and d.absence is null and d.from_at <= $2 and d.to_at > $2
    order by d.from_at desc, d.id desc
    limit 1
) n on true
where c.parent = $1 and c.tier in ('district', 'township')
order by n.person is not null, c.code
