-- Whom a choice names, each once, by code: codes ($1), all districts ($2), townships of a centre ($3), owners of a lane at
-- districts ($4), townships under a polygon ($5), a saved group ($6).
-- All but what was named one by one or drawn lies in the asker's scope ($7) from the start; nobody orders themselves ($8).
with drawn as (
    select st_transform(st_setsrid(st_geomfromgeojson($5), 4326), 3857) as shape
    where $5 is not null
), owners as (
    select distinct on (p.centre) p.centre, p.title_zh, p.title_en
    from post p
    join centre c on c.id = p.centre
    where p.role = 'lane_owner' and p.lane = $4 and c.tier = 'district'
        and p.valid_from <= $9 and (p.valid_to is null or p.valid_to > $9)
    order by p.centre, p.id
), named as (
    select c.id from centre c where c.code = any($1)
    union
    select c.id from centre c where $2 and c.tier = 'district' and c.path <@ $7::ltree
    union
    select c.id from centre a join centre c on c.path <@ a.path and c.path <@ $7::ltree and c.tier = 'township' where a.code = $3
    union
    select o.centre from owners o
    union
    select c.id
    from drawn d
    join centre c on st_intersects(c.boundary_3857, d.shape)
    where c.tier = 'township'
    union
    select c.id from recipient_group g join centre c on c.code = any(g.codes) where g.id = $6
)
select
    t.tag, c.path <@ $7::ltree as inside, coalesce(o.title_zh, '值班长') as post_zh, coalesce(o.title_en, 'Duty officer') as post_en
from named n
join centre c on c.id = n.id
join centre_tag t on t.id = c.id
left join owners o on o.centre = c.id
where c.id <> $8
order by c.code
