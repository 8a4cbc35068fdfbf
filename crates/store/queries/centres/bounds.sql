-- West, south, east, north in degrees. A centre without a polygon is shown with five kilometres around its label.
select st_xmin(b.box), st_ymin(b.box), st_xmax(b.box), st_ymax(b.box)
from (
    select coalesce(st_envelope(c.boundary), st_expand(c.label::geometry, 0.05)) as box
    from centre c
    where c.id = $1
) b
