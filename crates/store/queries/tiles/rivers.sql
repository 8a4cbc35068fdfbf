-- Rivers belong to no centre: $4 is there because every layer is asked alike.
with tile as (
    select st_tileenvelope($1, $2, $3) as box, 40075016.7 / 2 ^ $1 / 4096 * 4 as grain
),
shown as (
    select
        r.id, r.kind, r.name_zh as name,
        st_asmvtgeom(st_simplify(r.line_3857, t.grain, true), t.box, 4096, 64, true) as geom
    from river r, tile t
    where r.line_3857 && t.box and $4::ltree is not null
    order by r.id
)
select coalesce(st_asmvt(s, 'rivers', 4096, 'geom', 'id'), '')
from shown s
where s.geom is not null
