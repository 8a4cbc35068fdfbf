"""Communities and grids under some townships -> data/communities.geojson. Cut from the township's polygon; all invented."""

import json

from shapely.geometry import MultiPoint, Point, mapping
from shapely.ops import voronoi_diagram

from city import DATA, centres, dice
from names import spell

TOWNSHIPS = """500106003 500106004 500106002 500103003 500103008 500105006 500105004 500105005 500113108 500107005 500107006
500110003 500110108 500112010 500108004 500109001 500101001 500156001 500243001 500240002 500241002 500115007 500104002
500237001""".split()
TOWN = "新华 人民路 建设路 和平 胜利 团结 光荣 红星 学府路 滨江 龙泉 翠湖 向阳 文化路 金沙 古渡 兴隆 桂花园 石门 临江 长青 南桥 北苑 书院".split()
RURAL = "双河 大石 龙洞 柏树 高峰 石坝 清水 竹林 麻柳 新桥 凉水 天星 桃园 白果 双碑 马鞍 三合 花园".split()


def cut(area, count, random):
    """Splits an area into `count` cells around points drawn inside it."""
    west, south, east, north = area.bounds
    points = []
    while len(points) < count:
        lon, lat = random.uniform(west, east), random.uniform(south, north)
        spread = ((east - west) ** 2 + (north - south) ** 2) ** 0.5 / (2.2 * count ** 0.5)
        if area.contains(Point(lon, lat)) and all(((lon - x) ** 2 + (lat - y) ** 2) ** 0.5 > spread * 0.55 for x, y in points):
            points.append((lon, lat))
    cells = voronoi_diagram(MultiPoint(points), envelope=area.envelope.buffer(0.01))
    return sorted((c.intersection(area) for c in cells.geoms), key=lambda c: (-c.centroid.y, c.centroid.x))


def feature(code, name, name_en, tier, parent, area):
    shape = mapping(area)
    if shape["type"] == "Polygon":
        shape = {"type": "MultiPolygon", "coordinates": [shape["coordinates"]]}
    rounded = json.loads(json.dumps(shape), parse_float=lambda f: round(float(f), 6))
    spot = area.representative_point()
    return {"type": "Feature", "properties": {"code": code, "name": name, "name_en": name_en, "tier": tier, "parent": parent, "kind": tier,
            "label_lon": round(spot.x, 6), "label_lat": round(spot.y, 6), "illustrative": True}, "geometry": rounded}


if __name__ == "__main__":
    found, rows = centres(), []
    for code in TOWNSHIPS:
        township, random = found[code], dice("communities", code)
        urban = township.kind == "street"
        stems = random.sample(TOWN if urban else RURAL, 4)
        for i, (stem, area) in enumerate(zip(stems, cut(township.shape, 4, random)), 1):
            here = f"{code}{i:03}"
            zh, en = (f"{stem}社区", f"{spell(stem)} Community") if urban else (f"{stem}村", f"{spell(stem)} Village")
            rows.append(feature(here, zh, en, "community", code, area))
            for j, cell in enumerate(cut(area, 3, random), 1):
                rows.append(feature(f"{here}{j:02}", f"{stem}第{j}网格", f"{spell(stem)} Grid {j}", "grid", here, cell))
    body = ",\n".join(json.dumps(r, ensure_ascii=False) for r in rows)
    (DATA / "communities.geojson").write_text('{"type": "FeatureCollection", "illustrative": true, "features": [\n' + body + "\n]}\n")
