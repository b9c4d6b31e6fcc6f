"""Actor and agent dictionaries of Phoenix, PETRARCH and TABARI.

Names are upper case with ``_`` for blanks, each with codes that may be dated; ``+`` begins a synonym::

    KOFI_ANNAN_
    +UN_CHIEF_ANNAN_
        [IGOUNO 970101-061231]
        [ELI]
    AL-QAEDA_ [IMGMUSALQ]  # comment

Dates are YYMMDD or YYYYMMDD, ``>`` since and ``<`` until. Agents have codes that begin with ``~``
(PETRARCH manual, ch. 4).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from dateline.errors import SetAside
from dateline.knowledge.naming import words_of
from dateline.knowledge.offices import Tenure
from dateline.knowledge.organisations import Organisation
from dateline.knowledge.roles import Role
from dateline.knowledge.tables import Period

CENTURY = 30
"""Two-digit years up to this one are of the 2000s: the dictionaries reach from the 1940s to their own day."""

_CODE = re.compile(r"\[([^\[\]]*)\]")
_CODED = re.compile(r"(~?[A-Z\-]{3,}|---)\s*(?:([<>])\s*(\d+)|(\d+)\s*-\s*(\d+))?\s*$")
_KINDS = (("MED", "media"), ("REB", "armed_group"), ("UAF", "armed_group"), ("INS", "armed_group"), ("PTY", "party"),
          ("OPP", "party"), ("GOV", "ministry"))  # fmt: skip
_OFFICIAL = ("GOV", "ELI", "MIL", "LEG", "JUD", "OPP", "SPY")


@dataclass
class _Block:
    """One actor while it is read: its names, and its codes with their years."""

    where: str
    names: list[str] = field(default_factory=list)
    codes: list[tuple[str, Period]] = field(default_factory=list)


def read_dictionary(lines: Iterable[tuple[int, str]], name: str) -> Iterator[Tenure | Organisation | Role | SetAside]:
    """The actors (or agents) of a dictionary. A code with a date that cannot be read is set aside; its actor stays."""
    block = _Block("")
    sets: dict[str, list[str]] = {}
    for number, line in lines:
        where = f"{name}:{number}"
        text, _, _ = line.partition("#")
        head = _CODE.split(text)[0].strip()
        if head.startswith("!") and "=" in head:
            key, _, values = head.partition("=")
            sets[key.strip()] = [value.strip() for value in values.split(",")]
            continue
        if head.startswith("+"):
            block.names.append(_phrase(head[1:]))
        elif head:
            yield from _actors(block, sets)
            block = _Block(where, [_phrase(head)])
        for code in _CODE.findall(text):
            try:
                if dated := _dated(code):
                    block.codes.append(dated)
            except ValueError as error:
                yield SetAside(where, f"code [{code}]: {error}")
    yield from _actors(block, sets)


def _phrase(head: str) -> str:
    return " ".join(head.replace("_", " ").split())


def _dated(code: str) -> tuple[str, Period] | None:
    """``IGOUNO 970101-061231`` -> the code with its period; ``None`` for ``---``, which says 'no code'."""
    match = _CODED.match(code.strip())
    if not match:
        raise ValueError("not a code with dates: CODE, CODE >DATE, CODE <DATE or CODE DATE-DATE")
    coded, bound, bounded, start, end = match.groups()
    if coded == "---":
        return None
    if bound:
        day = _day(bounded)
        return coded, Period(day, None) if bound == ">" else Period(None, day)
    return coded, Period(_day(start), _day(end)) if start else Period()


def _day(digits: str) -> date:
    if len(digits) == 6:
        year = int(digits[:2])
        digits = f"{2000 + year if year <= CENTURY else 1900 + year}{digits[2:]}"
    if len(digits) != 8:
        raise ValueError(f"the date {digits} is not YYMMDD or YYYYMMDD")
    year, month, day = int(digits[:4]), int(digits[4:6]) or 1, int(digits[6:]) or 1
    try:
        return date(year, month, day)
    except ValueError:
        if 1 <= month <= 12 and day <= 31:  # 31 February and the like: the month is meant
            return date(year, month, 28)
        raise ValueError(f"the date {digits} is no day") from None


def _actors(block: _Block, sets: dict[str, list[str]]) -> Iterator[Tenure | Organisation | Role]:
    if not block.names or not block.codes:
        return
    if block.codes[0][0].startswith("~"):
        for phrase in block.names:
            for spelt in _spelt(phrase, sets):
                yield Role(spelt.lower(), spelt.lower(), "person", block.codes[0][0][1:4])
        return
    if _is_person(block):
        for code, period in block.codes:
            if len(code) > 3:
                yield Tenure(
                    _titled(block.names[0]), _country(code), "", period, tuple(map(_titled, block.names[1:])), "", code,
                    block.where,
                )  # fmt: skip
        return
    for code, period in block.codes:
        kind = "igo" if code.startswith("IGO") else next((k for c, k in _KINDS if c in code[3:]), "organisation")
        if len(code) == 3 and _country(code):
            kind = "government"
        country = _country(code) or None
        yield Organisation(
            _titled(block.names[0]), country or "", code, kind, country, tuple(map(_titled, block.names[1:])),
            period=period, where=block.where,
        )  # fmt: skip


def _spelt(phrase: str, sets: dict[str, list[str]]) -> list[str]:
    for key, values in sets.items():
        if key in phrase:
            return [phrase.replace(key, value) for value in values]
    return [phrase]


def _is_person(block: _Block) -> bool:
    """Dictionaries do not say. A person has two to five words, none of them of bodies, and an official's code."""
    words = words_of(block.names[0])
    official = any(sector in code[3:6] for code, _ in block.codes for sector in _OFFICIAL)
    igo_chief = block.codes[0][0].startswith("IGO") and block.codes[0][1] != Period()
    return 2 <= len(words) <= 5 and (official or igo_chief) and not _BODY_WORDS & set(words)


_BODY_WORDS = frozenset(
    word
    for line in (
        "ministry government army navy party council court agency office department parliament assembly congress",
        "police forces force front union league movement organization organisation committee commission bank house",
        "service guard guards military militia administration embassy authority bureau senate cabinet president",
        "minister leader general secretary chief official officials spokesman palace regime republic opposition",
        "rebels of the and for",
    )
    for word in line.split()
)


def _titled(name: str) -> str:
    """``KOFI ANNAN`` -> ``Kofi Annan``; acronyms of up to four letters stay."""
    if " " not in name and len(name.replace(".", "")) <= 4:
        return name
    return re.sub(r"[^\W\d_]+", lambda word: word[0] if len(word[0]) == 1 else word[0].capitalize(), name)


def _country(code: str) -> str:
    return code[:3] if code[:3] in _states() else code[:6] if code.startswith("IGO") and len(code) >= 6 else ""


@cache
def _states() -> frozenset[str]:
    import pycountry

    return frozenset(c.alpha_3 for c in pycountry.countries) | {"XKX", "EUU"}
