"""40 pipelines in the core districts -> data/pipelines.geojson. All invented: between the points they serve, or along the rivers."""

import csv
import json

from shapely.geometry import LineString, mapping, shape
from shapely.ops import linemerge

from city import DATA, centres, dice
from places import CORE

# Kind: name, English name, the points it joins, widest and narrowest pipe in mm (kV for power).
KINDS = {"gas": ("燃气干管", "Gas main", "gas_station", [500, 400, 300]), "water": ("供水干管", "Water main", "water_main", [1400, 1000, 800]),
         "power": ("电力电缆通道", "Power cable duct", "substation", [220, 110])}


def road(a, b, random):
    """A way from one point to the other with a few bends, as streets force."""
    steps, line = 5, [a]
    for i in range(1, steps):
        t = i / steps
        lon = a[0] + (b[0] - a[0]) * t + random.uniform(-0.0022, 0.0022)
        lat = a[1] + (b[1] - a[1]) * t + random.uniform(-0.0022, 0.0022)
        line.append((lon, lat))
    return LineString([*line, b])


def pairs(points):
    """Joins each point to its nearest ones, each pair once."""
    seen = set()
    for p in points:
        near = sorted((q for q in points if q is not p), key=lambda q: (q["x"] - p["x"]) ** 2 + (q["y"] - p["y"]) ** 2)
        for q in near[:2]:
            pair = tuple(sorted((p["code"], q["code"])))
            if pair not in seen:
                seen.add(pair)
                yield p, q


def feature(number, kind, name, name_en, size, line, district):
    shape_ = json.loads(json.dumps(mapping(line)), parse_float=lambda f: round(float(f), 6))
    return {"type": "Feature", "properties": {"code": f"PL-{number:02}", "kind": kind, "name": name, "name_en": name_en, "size": size,
            "size_unit": "kV" if kind == "power" else "mm", "district": district, "illustrative": True}, "geometry": shape_}


def main():
    found, rows = centres(), []
    everything = list(csv.DictReader((DATA / "risk_points.csv").open()))
    for kind, (zh, en, joins, sizes) in KINDS.items():
        points = [{**p, "x": float(p["lon"]), "y": float(p["lat"])} for p in everything if p["kind"] == joins]
        limit = {"gas": 12, "water": 12, "power": 8}[kind]
        for p, q in list(pairs(points))[:limit]:
            random = dice("pipe", p["code"], q["code"])
            a, b = found[p["township"]], found[q["township"]]
            rows.append(feature(len(rows) + 1, kind, f"{a.short}—{b.short}{zh}", f"{en} {a.short_en}–{b.short_en}", random.choice(sizes),
                                road((p["x"], p["y"]), (q["x"], q["y"]), random), a.parent))
    rivers = [f for f in json.loads((DATA / "rivers.geojson").read_text())["features"] if f["properties"]["kind"] == "midstream_border"]
    for river in rivers:
        line = shape(river["geometry"])
        line = linemerge(line) if line.geom_type == "MultiLineString" else line
        longest = max(getattr(line, "geoms", [line]), key=lambda g: g.length)
        sides = {d: c.shape for d in CORE for c in [found[d]]}
        for name in river["properties"]["between"].split("|"):
            district = next((d for d in CORE if found[d].name == name), None)
            if district is None or len(rows) >= 40:
                continue
            for side in (1, -1):
                bank = longest.simplify(0.001).offset_curve(0.004 * side)
                inside = bank.intersection(sides[district])
                parts = [g for g in getattr(inside, "geoms", [inside]) if g.geom_type == "LineString"]
                if parts and max(g.length for g in parts) > 0.02:
                    best = max(parts, key=lambda g: g.length)
                    short, short_en = found[district].short, found[district].short_en
                    zh_river = river["properties"]["name"]
                    en_river = {"长江": "Yangtze", "嘉陵江": "Jialing"}[zh_river]
                    rows.append(feature(len(rows) + 1, "drainage", f"{short}{zh_river}截污干管", f"{en_river} Interceptor Sewer, {short_en}",
                                        dice("sewer", district, zh_river).choice([2000, 1600, 1200]), best, district))
                    break
    body = ",\n".join(json.dumps(r, ensure_ascii=False) for r in rows)
    (DATA / "pipelines.geojson").write_text('{"type": "FeatureCollection", "illustrative": true, "features": [\n' + body + "\n]}\n")


if __name__ == "__main__":
    main()
