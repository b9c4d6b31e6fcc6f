"""A reliability diagram as SVG: how often lines of some confidence are right, one panel for each sort."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import sqrt

Pair = tuple[float, bool]
"""A confidence, and whether the line was right."""

BINS = 10
SIDE, GAP, LEFT, TOP, BOTTOM = 150, 30, 46, 34, 44
INK, SOFT, DOT = "#222", "#999", "#2b6cb0"
FONT = 'font-family="system-ui, sans-serif" font-size="11"'


def diagram(shown: Mapping[str, Sequence[Pair]]) -> str:
    """The diagram of some sorts of lines; the size of a dot tells how many lines are in it."""
    width, height = LEFT + len(shown) * (SIDE + GAP), TOP + SIDE + BOTTOM
    panels = [panel(sort, pairs, LEFT + n * (SIDE + GAP)) for n, (sort, pairs) in enumerate(shown.items())]
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" '
            f'height="{height}" role="img" aria-label="How often lines of some confidence are right" {FONT}>',
            f'<rect width="{width}" height="{height}" fill="#fff"/>',
            *panels,
            f'<text x="14" y="{TOP + SIDE / 2}" fill="{INK}" text-anchor="middle" '
            f'transform="rotate(-90 14 {TOP + SIDE / 2})">share right</text>',
            "</svg>\n",
        ]
    )


def panel(sort: str, pairs: Sequence[Pair], left: float) -> str:
    """One sort: the diagonal of what is told as it is, and a dot for each tenth of confidence."""
    ground = TOP + SIDE
    parts = [
        f'<text x="{left}" y="{TOP - 12}" fill="{INK}"><tspan font-weight="600">{sort}</tspan> '
        f'<tspan fill="{SOFT}">{len(pairs):,} lines</tspan></text>',
        f'<rect x="{left}" y="{TOP}" width="{SIDE}" height="{SIDE}" fill="none" stroke="{SOFT}" stroke-width=".5"/>',
        f'<line x1="{left}" y1="{ground}" x2="{left + SIDE}" y2="{TOP}" stroke="{SOFT}" stroke-dasharray="3 3"/>',
        f'<text x="{left + SIDE / 2}" y="{ground + 32}" fill="{INK}" text-anchor="middle">confidence</text>',
    ]
    for tick in (0.0, 0.5, 1.0):
        x, y = left + tick * SIDE, ground - tick * SIDE
        parts.append(f'<text x="{x}" y="{ground + 14}" fill="{SOFT}" text-anchor="middle">{tick:g}</text>')
        parts.append(f'<text x="{left - 4}" y="{y + 4}" fill="{SOFT}" text-anchor="end">{tick:g}</text>')
    for sure, right, number in dots(pairs):
        radius = min(2 + sqrt(number) / 2, 9)
        parts.append(
            f'<circle cx="{left + sure * SIDE:.1f}" cy="{ground - right * SIDE:.1f}" r="{radius:.1f}" fill="{DOT}" '
            f'fill-opacity=".75"><title>{number} lines: confidence {sure:.2f}, right {right:.2f}</title></circle>'
        )
    return "\n".join(parts)


def dots(pairs: Sequence[Pair]) -> list[tuple[float, float, int]]:
    """For each tenth of confidence that holds lines: their mean confidence, the share right, how many."""
    filled: dict[int, list[Pair]] = {}
    for sure, right in pairs:
        filled.setdefault(min(int(sure * BINS), BINS - 1), []).append((sure, right))
    return [
        (sum(s for s, _ in some) / len(some), sum(r for _, r in some) / len(some), len(some))
        for _, some in sorted(filled.items())
    ]
