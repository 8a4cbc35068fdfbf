-- Whether a drawn polygon is a polygon at all: its line may not cross itself.
select st_isvalid(st_setsrid(st_geomfromgeojson($1), 4326))
