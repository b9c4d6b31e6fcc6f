"""Our offices beside the official record: the principals whom the US Department of State says were met, 1990 to 2012.

    python -m dateline.evaluation.official ../shared/data/official/travels.jsonl [../shared/data/official/visits.jsonl]

Travels of US presidents and secretaries of state tell whom they met ("Met with President Ben Ali and Foreign Minister
Ben Yahia"); visits of foreign leaders, who came. A principal is resolved where the tables know just one person of that
name who held such an office for the right country that day: the country before the title ("French Foreign Minister
Dumas"), else that of the trip, else the only one whose holder of the office has that name (Chairman Arafat, met in
Egypt). Prints the share resolved, and the others by country.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dateline.knowledge import Knowledge, load
from dateline.knowledge.names import in_use
from dateline.knowledge.naming import words_of

SINCE = date(1990, 1, 1)

TITLE = (
    r"(?:Acting |Deputy |Vice |Interim |Former |President-elect )?(?:President|Prime Minister|Premier|Foreign Minister|"
    r"Minister of Foreign Affairs|Foreign Secretary|Defense Minister|Finance Minister|Chancellor|Crown Prince|King|"
    r"Queen|Emperor|Emir|Amir|Sultan|Sheikh|Pope|Chairman|General Secretary|Secretary[- ]General|Taoiseach|Prince)"
)
NAME = r"(?:[A-Z]\.|[A-Z][\w’'-]*|bin|al-[\w’'-]+|de|da|der|van|von|el|la|ul|II|III)"
PRINCIPAL = re.compile(rf"(?:([A-Z][a-z]+(?: [A-Z][a-z]+)?) )?\b({TITLE}) ((?:{NAME} ?)+)")
AMERICAN = frozenset({"bush", "clinton", "obama", "reagan", "carter", "ford", "nixon"})


@dataclass(frozen=True)
class Principal:
    """Somebody who was met: title and name as written, the country spoken for, the day."""

    title: str
    name: str
    country: str | None
    on: date
    text: str


def measure(paths: list[Path], knowledge: Knowledge) -> tuple[int, list[Principal]]:
    """How many principals the files name, and those that the tables do not resolve."""
    principals = [p for path in paths for p in _principals(path, knowledge)]
    return len(principals), [p for p in principals if not resolved(p, knowledge)]


def resolved(principal: Principal, knowledge: Knowledge) -> bool:
    """Whether the tables know one such person, in an office of the country, that day or about it."""
    words = words_of(principal.name)
    role = knowledge.roles.get(principal.title)
    office = role[0].office if role else principal.title.lower()
    tries = ((principal.country, office), (principal.country, None), (None, office))
    for country, given in tries:
        person = knowledge.people.find(words, principal.on, country, given)
        if person and person.away(principal.on) <= HANDING_OVER:
            return True
    return False


HANDING_OVER = 31
"""Days around an office in which its holder may be met under its title: elected and not sworn in, say."""


def _principals(path: Path, knowledge: Knowledge) -> Iterator[Principal]:
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        on = date.fromisoformat(row["start"])
        if on < SINCE:
            continue
        country = _country(row.get("country") or row.get("from") or "", knowledge, on)
        if country is None:
            continue
        for nation, title, name in PRINCIPAL.findall(row.get("remarks") or row.get("visitor") or ""):
            last = words_of(name)[-1:]
            if not last or AMERICAN & set(words_of(name)):
                continue
            theirs = [n.country for n in knowledge.names.get(nation.split()[-1])] if nation else []
            theirs = theirs or [n.country for n in knowledge.names.get(nation)]
            yield Principal(title, name.strip(" ."), theirs[0] if theirs else country, on, line)


def _country(name: str, knowledge: Knowledge, on: date) -> str | None:
    """``Korea, Republic of``, ``Serbia-Montenegro (Kosovo)``, ``U.S.S.R.`` -> the code of the country on the day."""
    outer, _, inner = name.partition("(")
    head, _, tail = outer.strip().partition(", ")
    for form in (inner.strip(" )"), f"{tail} {head}".strip(), outer.strip(), head):
        found = [n for n in knowledge.names.get(form) if n.kind == "state"]
        if found:
            return in_use(found, on)[0].country
    return None


def main() -> None:
    """Print the share of principals resolved, and the misses."""
    total, missed = measure([Path(path) for path in sys.argv[1:]], load())
    for principal in sorted(missed, key=lambda p: (p.country or "", p.on)):
        print(f"{principal.country} {principal.on} {principal.title} {principal.name}")
    print(Counter(p.country for p in missed).most_common(12))
    print(f"{total - len(missed)} of {total} named principals resolved: {1 - len(missed) / max(total, 1):.3f}")


if __name__ == "__main__":
    main()
