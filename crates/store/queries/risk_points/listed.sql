-- Risk points of the city ($1 and $2 null), a district ($1) or a centre below it ($2), those with the worst warning first.
select
    p.id, p.code, p.name_zh, p.name_en, p.kind, k.name_zh as kind_zh, k.name_en as kind_en, p.grade, p.warned, t.tag as centre_tag,
    d.name_zh as district_zh, d.name_en as district_en, st_x(p.place) as longitude, st_y(p.place) as latitude,
    (select count(*) from device v where v.risk_point = p.id) as devices
from risk_point p
join risk_kind k on k.code = p.kind
join centre_tag t on t.id = p.centre
join centre d on d.id = p.district
where ($1::bigint is null or p.district = $1)
    and ($2::text is null or p.path <@ $2::ltree)
    and ($3::text is null or p.kind = $3)
    and ($4::boolean is false or p.warned > 0)
    and ($5::text is null or p.code = $5 or strpos(p.name_zh, $5) > 0 or strpos(lower(p.name_en), lower($5)) > 0)
    and ($6::bigint is null or (-p.warned, p.id) > ($6, $7))
order by p.warned desc, p.id
limit $8
