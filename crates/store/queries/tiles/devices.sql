-- Below zoom 11 only the worst device of each cell, a thirty-second of the tile wide. `level` is its worst open warning.
with tile as (
    select
        st_tileenvelope($1, $2, $3) as box,
        case when $1 < 11 then 40075016.7 / 2 ^ $1 / 32 else 0.001 end as cell
),
warned as (
    select d.device, max(w.level) as level
    from warning w
    join datastream d on d.id = w.datastream
    where w.cleared_at is null and w.path <@ $4::ltree
    group by d.device
),
worst as (
    select distinct on (st_snaptogrid(d.place_3857, t.cell))
        d.id, d.kind, coalesce(w.level, 0) as level, d.place_3857
    from tile t
    join device d on d.path <@ $4::ltree and d.place_3857 && t.box
    left join warned w on w.device = d.id
    order by st_snaptogrid(d.place_3857, t.cell), coalesce(w.level, 0) desc, d.id
),
shown as (
    select
        w.id, w.kind, w.level::integer as level,
        st_asmvtgeom(w.place_3857, t.box, 4096, 256, true) as geom
    from worst w, tile t
    order by w.level, w.id
)
select coalesce(st_asmvt(s, 'devices', 4096, 'geom', 'id'), '')
from shown s
where s.geom is not null
