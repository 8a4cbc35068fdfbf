-- The rooms of an order or case, latest first, each with who joined.
select r.id, r.name_zh, r.name_en, r.link, r.opened_by, p.name as opener, r.opened_at, r.closed_at, r.centre,
    coalesce(v.names, '{}') as names, coalesce(v.people, '{}') as people, coalesce(v.zh, '{}') as centres_zh,
    coalesce(v.en, '{}') as centres_en, coalesce(v.at, '{}') as at
from room r
join person p on p.id = r.opened_by
left join lateral (
    select array_agg(w.name order by v.at) as names, array_agg(v.person order by v.at) as people,
        array_agg(c.short_zh order by v.at) as zh, array_agg(c.short_en order by v.at) as en, array_agg(v.at order by v.at) as at
    from room_visit v join person w on w.id = v.person join centre c on c.id = v.centre
    where v.room = r.id
) v on true
where ($1::bigint is not null and r.orders = $1) or ($2::bigint is not null and r.event = $2)
order by r.opened_at desc, r.id desc
limit 20
