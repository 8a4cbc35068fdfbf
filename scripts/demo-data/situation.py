"""What is wrong in the demo city when it is seeded -> data/situation.json: 42 open warnings of every level.

The particular ones are named here; yellow and blue ones are drawn over the districts. Points of the stories stay calm.
"""

import csv
import json

from city import DATA, dice, write_lines

LEVELS = ["blue", "yellow", "orange", "red"]
# Risk point, quantity, value, minutes since it was raised, seen by a person, what has been ordered.
NAMED = [
    ("DR-500237-01", "tilt", 4.3, 41, True, "running"), ("RS-500110-01", "water_level", 199.8, 63, True, "running"),
    ("RG-500112-01", "rainfall_3h", 62.0, 96, True, "running"), ("GH-500156-01", "displacement_rate", 12.0, 185, True, "late"),
    ("RV-500101-01", "reservoir_margin", -0.08, 132, True, "running"), ("SB-500109-01", "load_ratio", 92.4, 27, False, None),
    ("CP-500105-02", "crowd_ratio", 86, 34, True, "running"), ("WM-500108-01", "pipe_pressure", 0.19, 52, True, "running"),
    ("GS-500107-01", "methane", 22.5, 19, False, None), ("WQ-500153-01", "dissolved_oxygen", 2.8, 410, True, "late"),
]
WANTED = {"yellow": 12, "blue": 24}
# These come and go within hours.
FAST = {"water_depth", "smoke", "methane", "rainfall_1h", "vibration", "crowd_ratio", "crowd_density", "load_ratio"}
CALM = {"river_station", "highrise", "chemical_plant", "ferry"}


def between(rule, level, share):
    """A value that is at a level and `share` of the way to the next."""
    bands = {b[0]: b[1] for b in rule["bands"]}
    worse = [bands[l] for l in LEVELS[LEVELS.index(level) + 1:] if l in bands]
    step = (worse[0] - bands[level]) if worse else bands[level] * (0.2 if rule["direction"] == "above" else -0.2)
    return bands[level] + step * share


def read(name, key):
    return json.loads((DATA / name).read_text())[key]


def main():
    rules, quantities = read("rules.json", "rules"), {q["code"]: q for q in read("quantities.json", "quantities")}
    points = {p["code"]: p for p in csv.DictReader((DATA / "risk_points.csv").open())}
    devices = list(csv.DictReader((DATA / "devices.csv").open()))
    stories = {t["device"].rsplit("-", 1)[0] for f in (DATA / "stories").glob("*.json") for t in json.loads(f.read_text())["tracks"]}
    watching = {}
    for device in devices:
        if device["stage"] in ("used", "operated"):
            watching.setdefault((device["risk_point"], device["quantity"]), device["code"])

    def rule_of(point, quantity):
        fits = [r for r in rules if r["quantity"] == quantity and (r.get("risk_point") == point["code"] or r.get("kind") == point["kind"])]
        return next((r for r in fits if r.get("risk_point")), fits[0] if fits else None)

    def entry(code, quantity, value, minutes, seen, order):
        rule = rule_of(points[code], quantity)
        reached = [b for b in rule["bands"] if (value >= b[1] if rule["direction"] == "above" else value <= b[1])]
        level = max(reached, key=lambda b: LEVELS.index(b[0]))
        return {"risk_point": code, "device": watching[code, quantity], "quantity": quantity, "rule": rule["code"], "level": level[0],
                "threshold": level[1], "value": round(value, quantities[quantity]["decimals"]), "minutes": minutes, "seen": seen, "order": order}

    found = [entry(*row) for row in NAMED]
    counts = {level: sum(1 for e in found if e["level"] == level) for level in LEVELS}
    per_district = {}
    candidates = [(p, q) for p, q in watching if p not in stories and q != "vehicle_weight" and points[p]["kind"] not in CALM
                  and p not in {e["risk_point"] for e in found} and rule_of(points[p], q)]
    dice("situation").shuffle(candidates)
    taken = set()
    for code, quantity in candidates:
        rule, district = rule_of(points[code], quantity), code.split("-")[1]
        level = next((l for l in ("yellow", "blue") if counts[l] < WANTED[l] and l in [b[0] for b in rule["bands"]]), None)
        # A third of the districts stays quiet, none has more than two, no quantity more than four.
        quiet = dice("quiet", district).random() < 0.36
        if level is None or quiet or code in taken or per_district.get(district, 0) >= 2 or per_district.get(quantity, 0) >= 4:
            continue
        random = dice("entry", code, quantity)
        found.append(entry(code, quantity, between(rule, level, random.uniform(0.1, 0.6)), random.randint(8, 150 if quantity in FAST else 900), random.random() < 0.7,
                           random.choice([None, None, "running", "done"])))
        counts[level] += 1
        taken.add(code)
        per_district[district] = per_district.get(district, 0) + 1
        per_district[quantity] = per_district.get(quantity, 0) + 1
    write_lines("situation.json", {"illustrative": True, "note": "Open warnings of a freshly seeded city: minutes since raised, seen by a "
                "person, and what was ordered on them (running, late, done or nothing)."}, "warnings", found)
    print(counts, len(found))


if __name__ == "__main__":
    main()
