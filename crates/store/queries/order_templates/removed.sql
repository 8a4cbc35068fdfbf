delete from order_template m
where m.id = $1 and m.centre = $2
returning m.title
