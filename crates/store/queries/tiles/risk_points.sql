-- Below zoom 11 only the worst point of each cell, a thirty-second of the tile wide.
with tile as (
    select
        st_tileenvelope($1, $2, $3) as box,
        case when $1 < 11 then 40075016.7 / 2 ^ $1 / 32 else 0.001 end as cell
),
worst as (
    select distinct on (st_snaptogrid(r.place_3857, t.cell))
        r.id, r.grade, r.kind, r.warned, r.place_3857
    from risk_point r, tile t
    where r.path <@ $4::ltree and r.place_3857 && t.box
    order by st_snaptogrid(r.place_3857, t.cell), r.warned desc, r.grade desc, r.id
),
shown as (
    select
        w.id, w.grade::integer as level, w.kind, w.warned::integer as warn,
        st_asmvtgeom(w.place_3857, t.box, 4096, 256, true) as geom
    from worst w, tile t
    order by w.warned, w.grade, w.id
)
select coalesce(st_asmvt(s, 'risk_points', 4096, 'geom', 'id'), '')
from shown s
where s.geom is not null
