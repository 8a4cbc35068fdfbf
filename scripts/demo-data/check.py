"""Counts the demo data and resolves every reference in it. Ends with an error that names what is wrong."""

import csv
import json

from shapely.geometry import Point

from city import DATA, centres


def rows(name):
    return list(csv.DictReader((DATA / name).open()))


def read(name, key):
    return json.loads((DATA / name).read_text())[key]


def codes(table, key="code"):
    found = [r[key] for r in table]
    assert len(found) == len(set(found)), f"{key} twice: {[c for c in found if found.count(c) > 1][:3]}"
    return set(found)


def known(what, value, among):
    assert value in among, f"{what}: {value} is not known"


found = centres()
points, devices = rows("risk_points.csv"), rows("devices.csv")
kinds, quantities = codes(read("risk_kinds.json", "kinds")), codes(read("quantities.json", "quantities"))
categories = codes(read("responsibilities.json", "responsibilities"), "category")
boards, lanes, sublanes = (read("lanes.json", k) for k in ("boards", "lanes", "sublanes"))
indicators, plans, rules = read("indicators.json", "indicators"), read("plans.json", "plans"), read("rules.json", "rules")
point_codes, device_codes = codes(points), codes(devices)
levels = ["blue", "yellow", "orange", "red"]

assert len(codes(rows("centre_names.csv"))) == len(found) == 1071
assert (len([b for b in boards if b["tier"] == "city"]), len(boards) - 8, len(codes(lanes)), len(codes(sublanes))) == (8, 4, 70, 248)
assert len(codes([k for s in sublanes for k in s["kpis"]])) >= 250 and all(s["kpis"] for s in sublanes)
assert len(codes(indicators)) >= 60 and sorted(i["front"] for i in indicators if i["front"]) == list(range(1, 9))
assert len(points) == 400 and len({p["kind"] for p in points}) >= 12 and len(devices) == 2000 and len(codes(plans)) == 30

for point in points:
    known("kind", point["kind"], kinds)
    township = found[point["township"]]
    assert township.tier == "township" and township.shape.contains(Point(float(point["lon"]), float(point["lat"]))), point["code"]
for device in devices:
    known("risk point", device["risk_point"], point_codes)
    known("quantity", device["quantity"], quantities | {""})
for lane in lanes:
    known("board", lane["board"], codes(boards))
    known("board", lane["township_board"], codes(boards) | {None})
for sublane in sublanes:
    known("lane", sublane["lane"], codes(lanes))
for indicator in indicators:
    known("board", indicator["board"], codes(boards))
    known("quantity", indicator["quantity"], quantities | {None})
    known("kind", indicator["risk_kind"], kinds | {None})
    known("risk point", indicator["risk_point"], point_codes | {None})
for rule in rules:
    known("quantity", rule["quantity"], quantities)
    known("category", rule["category"], categories)
    known("kind", rule.get("kind"), kinds | {None})
    known("risk point", rule.get("risk_point"), point_codes | {None})
bands = [(r["code"], r["direction"], [dict(zip(("level", "raise", "clear"), b)) for b in r["bands"]]) for r in rules]
for code, direction, band in bands + [(i["code"], i["direction"], i["bands"]) for i in indicators if i["bands"]]:
    sign = 1 if direction == "above" else -1
    assert all(sign * b["clear"] <= sign * b["raise"] for b in band), f"{code}: clear lies beyond raise"
    order = sorted(band, key=lambda b: levels.index(b["level"]))
    assert all(sign * a["raise"] < sign * b["raise"] for a, b in zip(order, order[1:])), f"{code}: levels out of order"
for plan in plans:
    known("category", plan["category"], categories)
    known("owner", plan["owner"], found)
    known("kind", plan["risk_kind"], kinds | {None})
    known("risk point", plan["risk_point"], point_codes | {None})
    for step in plan["steps"]:
        known("recipient", step["recipient"], {"township", "district", "neighbours", "all_districts", "named"})
        assert (step["recipient"] == "named") == (step["centre"] is not None) and (step["centre"] or "500000") in found, plan["code"]
quantity_of = {d["code"]: d["quantity"] for d in devices}
for story in sorted((DATA / "stories").glob("*.json")):
    story = json.loads(story.read_text())
    for track in story["tracks"]:
        known(story["code"], track["device"], device_codes)
        assert quantity_of[track["device"]] == track["quantity"], track["device"]
        times = [t for t, _ in track["points"]]
        assert times == sorted(times) and times[0] == 0 and times[-1] == story["span_s"], track["device"]
for township in json.loads((DATA / "people.json").read_text())["accounts"]["townships"]:
    known("township", township, found)
print("demo data: all references resolve")
