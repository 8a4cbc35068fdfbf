"""400 risk points -> data/risk_points.csv. Named places first, the rest placed by kind; each lies in its township's polygon."""

import json

from shapely.geometry import Point, shape
from shapely.ops import nearest_points, unary_union

from city import DATA, centres, dice, townships, within, write_csv
from places import NAMED, REST

PREFIX = {"underpass": "UP", "flood_spot": "FS", "geohazard": "GH", "slope": "SL", "dangerous_rock": "DR", "reservoir": "RV",
          "river_station": "RS", "rain_station": "RG", "water_section": "WQ", "bridge": "BR", "tunnel": "TN", "rail_station": "RL",
          "highrise": "HR", "gas_station": "GS", "water_main": "WM", "drainage_well": "DW", "crowd_place": "CP",
          "forest_zone": "FZ", "chemical_plant": "CH", "construction_site": "CS", "ferry": "FY", "substation": "SB"}
ON_WATER = {"river_station", "bridge", "ferry"}
GRADES = ["red"] + ["orange"] * 3 + ["yellow"] * 5 + ["blue"] * 4
GRADE_OF = {"南开下穿道": "red", "观音桥天桥": "orange", "解放碑步行街": "red", "羊角滑坡": "red", "箭穿洞危岩": "red",
            "寸滩站": "orange", "磁器口站": "orange", "蒲河寨溪大桥断面": "orange", "九龙坡中梁山林区": "orange"}


def to_water(point, rivers):
    """The nearest point of a river, if one is within about 6 km."""
    near = nearest_points(rivers, point)[0]
    return near if near.distance(point) < 0.06 else point


class Points:
    """Rows as they are found, with running codes by kind and district."""

    def __init__(self, found, rivers):
        self.found, self.rivers, self.rows, self.count, self.used = found, rivers, [], {}, set()

    def add(self, kind, name, name_en, point, township, source):
        if kind in ON_WATER or name.startswith(("长江", "嘉陵江", "乌江")):
            point = to_water(point, self.rivers)
        spot = within(township.shape, point.x, point.y)
        place = PREFIX[kind], township.parent.replace("-", "")
        self.count[place] = self.count.get(place, 0) + 1
        grade = GRADE_OF.get(name) or dice("grade", kind, name, township.code).choice(GRADES)
        code = f"{place[0]}-{place[1]}-{self.count[place]:02}"
        self.rows.append([code, kind, name, name_en, round(spot.x, 6), round(spot.y, 6), township.code, grade, source])
        self.used.add((kind, township.code))


def home(found, centre, point):
    """The township a named place belongs to: the one given, or the nearest of its district."""
    if found[centre].tier == "township":
        return found[centre]
    return min(townships(found, centre), key=lambda t: (t.shape.distance(point), t.code))


def fits(township, mode, rivers):
    if mode == "town":
        return township.kind == "street"
    if mode == "rural":
        return township.kind != "street"
    return mode != "river" or township.shape.intersects(rivers)


def spot(township, mode, rivers, random):
    """Where in a township: by the seat in town, out on the hills or by the river otherwise."""
    seat = Point(township.label_lon, township.label_lat)
    west, south, east, north = township.shape.bounds
    if mode == "river":
        return nearest_points(rivers.intersection(township.shape), seat)[0]
    reach = {"seat": 0.05, "town": 0.2, "any": 0.3}.get(mode, 0.45)
    for _ in range(50):
        lon = seat.x + random.uniform(-reach, reach) * (east - west)
        lat = seat.y + random.uniform(-reach, reach) * (north - south)
        if township.shape.contains(Point(lon, lat)):
            return Point(lon, lat)
    return seat


def main():
    found = centres()
    rivers = unary_union([shape(f["geometry"]) for f in json.loads((DATA / "rivers.geojson").read_text())["features"]])
    points, named = Points(found, rivers), {}
    for line in NAMED.strip().splitlines():
        kind, name, name_en, lon, lat, centre = line.split("|")
        named[kind] = named.get(kind, 0) + 1
        if named[kind] <= REST[kind][0]:
            where = Point(float(lon), float(lat))
            points.add(kind, name, name_en, where, home(found, centre, where), "named")
    for kind, (total, patterns, districts, mode) in REST.items():
        for i in range(max(0, total - named.get(kind, 0))):
            random = dice("rest", kind, i)
            district = districts[i % len(districts)]
            free = [t for t in townships(found, district) if (kind, t.code) not in points.used]
            township = random.choice([t for t in free if fits(t, mode, rivers)] or free)
            zh, en = patterns[i % len(patterns)]
            points.add(kind, zh.format(township.short), en.format(township.short_en), spot(township, mode, rivers, random),
                       township, "generated")
    order = list(PREFIX)
    points.rows.sort(key=lambda r: (order.index(r[1]), r[0]))
    write_csv("risk_points.csv", ["code", "kind", "name", "name_en", "lon", "lat", "township", "grade", "source"], points.rows)


if __name__ == "__main__":
    main()
