with tile as (
    select st_tileenvelope($1, $2, $3) as box, 40075016.7 / 2 ^ $1 / 4096 * 4 as grain
),
shown as (
    select
        p.id, p.kind,
        st_asmvtgeom(st_simplify(p.line_3857, t.grain, true), t.box, 4096, 64, true) as geom
    from pipeline p, tile t
    where p.path <@ $4::ltree and p.line_3857 && t.box
    order by p.id
)
select coalesce(st_asmvt(s, 'pipelines', 4096, 'geom', 'id'), '')
from shown s
where s.geom is not null
