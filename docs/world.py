"""Make the map of the pages: ``npm pack world-atlas``, then ``python docs/world.py package/countries-110m.json``.

world-atlas holds Natural Earth's countries (1:110m, public domain) as TopoJSON. Written are ``world.json``, GeoJSON
that ECharts loads, and ``world.svg``, a plain picture (degrees as units) for pages without scripts.
"""

from __future__ import annotations

import json
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

OUT = Path(__file__).parent.parent / "src" / "dateline" / "web" / "static" / "vendor"

Point = tuple[float, float]


def main(source: str) -> None:
    """Convert one file."""
    topology = json.loads(Path(source).read_text(encoding="utf-8"))
    arcs = [decoded(arc, topology["transform"]) for arc in topology["arcs"]]
    features, paths = [], []
    for shape in topology["objects"]["countries"]["geometries"]:
        if shape["properties"]["name"] == "Antarctica":
            continue
        polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
        rings = [[half] for polygon in polygons for indexes in polygon[:1] for half in halves(ring(arcs, indexes))]
        rings = [kept for polygon in rings if (kept := [r for r in polygon if len(r) > 3])]
        geometry = {"type": "MultiPolygon", "coordinates": rings}
        features.append({"type": "Feature", "properties": {"name": shape["properties"]["name"]}, "geometry": geometry})
        paths += ["M" + "L".join(f"{x:g} {-y:g}" for x, y in r[:-1]) + "z" for polygon in rings for r in polygon]
    text = json.dumps({"type": "FeatureCollection", "features": features}, separators=(",", ":"))
    (OUT / "world.json").write_text(text, encoding="utf-8")
    picture = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-180 -84 360 142" fill="#8d8a83" fill-opacity=".35" '
        f'stroke="#8d8a83" stroke-width=".15"><path d="{"".join(paths)}"/></svg>\n'
    )
    (OUT / "world.svg").write_text(picture, encoding="utf-8")


def decoded(arc: list[list[int]], transform: dict[str, Any]) -> list[Point]:
    """An arc in degrees, to a tenth; points that fall together are one."""
    (sx, sy), (tx, ty) = transform["scale"], transform["translate"]
    x = y = 0
    points: list[Point] = []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        point = (round(x * sx + tx, 1), round(y * sy + ty, 1))
        if not points or points[-1] != point:
            points.append(point)
    return points


def ring(arcs: list[list[Point]], indexes: list[int]) -> list[Point]:
    """The arcs of a ring one after the other; a negative index is an arc walked backwards."""
    points: list[Point] = []
    for index in indexes:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        points += arc[1:] if points else arc
    return points


def halves(points: list[Point]) -> list[list[Point]]:
    """A ring cut at 180 degrees where it crosses it (Russia, Fiji), else the ring itself."""
    turned, unwrapped = 0.0, [points[0]]
    for (x, _), (other, y) in pairwise(points):
        turned += 360.0 * ((x - other > 180) - (other - x > 180))
        unwrapped.append((other + turned, y))
    low, high = min(x for x, _ in unwrapped), max(x for x, _ in unwrapped)
    if low >= -180 and high <= 180:
        return [points]
    edge = 180.0 if high > 180 else -180.0
    turn = 360.0 if edge > 0 else -360.0
    away = 1 if edge > 0 else -1
    return [
        [(round(x - (turn if side == away else 0), 1), y) for x, y in half]
        for side in (-1, 1)
        if (half := clipped(unwrapped, edge, side))
    ]


def clipped(points: list[Point], edge: float, side: int) -> list[Point]:
    """The part of a ring on one side of a meridian (Sutherland and Hodgman 1974)."""
    kept: list[Point] = []
    for (x, y), (nx, ny) in pairwise(points):
        here, there = (x - edge) * side >= 0, (nx - edge) * side >= 0
        if here:
            kept.append((x, y))
        if here != there:
            kept.append((edge, round(y + (ny - y) * (edge - x) / (nx - x), 1)))
    return [*kept, kept[0]] if kept else []


if __name__ == "__main__":
    main(sys.argv[1])
