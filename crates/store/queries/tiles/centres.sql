-- A centre and those directly below it, as polygons simplified to a quarter of a tile's pixel. The centre itself comes
-- first, so that those below lie on top of it.
with tile as (
    select st_tileenvelope($1, $2, $3) as box, 40075016.7 / 2 ^ $1 / 4096 * 4 as grain
),
shown as (
    select
        c.id, c.code, c.tier,
        st_asmvtgeom(st_simplify(c.boundary_3857, t.grain, true), t.box, 4096, 64, true) as geom
    from centre c, tile t
    where c.path <@ $4::ltree and nlevel(c.path) <= nlevel($4::ltree) + 1
      and c.boundary_3857 && t.box
    order by nlevel(c.path), c.id
)
select coalesce(st_asmvt(s, 'centres', 4096, 'geom', 'id'), '')
from shown s
where s.geom is not null
