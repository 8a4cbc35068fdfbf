"""What every script here shares: where the files are, the centre tree as polygons, and how rows are written."""

import csv
import json
import random
from pathlib import Path

from shapely.geometry import Point, shape
from shapely.ops import nearest_points

DATA = Path(__file__).resolve().parents[2] / "data"
SEED = 20261123


class Centre:
    """A centre with its polygon; `code`, `name`, `tier`, `parent`, `kind` as in centres.geojson."""

    def __init__(self, feature):
        self.__dict__.update(feature["properties"])
        self.shape = shape(feature["geometry"]) if feature["geometry"] else None
        self.en = self.short = self.short_en = ""


def dice(*salt):
    """A random source of its own for each purpose, so that adding to one list moves nothing in another."""
    return random.Random("/".join(map(str, (SEED, *salt))))


def centres():
    """All centres by code, with names in English and the exchanged township cells applied."""
    found = {}
    for feature in json.loads((DATA / "centres.geojson").read_text())["features"]:
        centre = Centre(feature)
        found[centre.code] = centre
    names = DATA / "centre_names.csv"
    if names.exists():
        for row in csv.DictReader(names.open()):
            centre = found[row["code"]]
            centre.en, centre.short, centre.short_en = row["name_en"], row["short"], row["short_en"]
    places = DATA / "township_cells.csv"
    if places.exists():
        cells = {c.code: (c.shape, c.label_lon, c.label_lat) for c in found.values()}
        for row in csv.DictReader(places.open()):
            centre = found[row["code"]]
            centre.shape, centre.label_lon, centre.label_lat = cells[row["cell"]]
    return found


def townships(found, district):
    """The townships of one district, by code."""
    return sorted((c for c in found.values() if c.tier == "township" and c.parent == district), key=lambda c: c.code)


def within(area, lon, lat):
    """The point, or the nearest one well inside the area."""
    point = Point(lon, lat)
    if area.buffer(-0.0002).contains(point):
        return point
    for shrink in (0.004, 0.002, 0.001, 0.0004, 0.0):
        inner = area.buffer(-shrink)
        if not inner.is_empty:
            near = nearest_points(inner, point)[0]
            if area.contains(near):
                return near
    return area.representative_point()


def write_csv(name, header, rows):
    """Writes rows as CSV with a header line."""
    with (DATA / name).open("w", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def write_lines(name, head, key, rows):
    """Writes a JSON object whose `key` is an array with one row a line, so that a change shows as one line."""
    text = json.dumps(head, ensure_ascii=False)[1:-1]
    body = ",\n".join(json.dumps(r, ensure_ascii=False) for r in rows)
    (DATA / name).write_text("{" + (text + ", " if text else "") + f'"{key}": [\n{body}\n]}}\n')
