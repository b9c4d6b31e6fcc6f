"""People's word on a contact's own fields: what it was, when, where, who took part, how its topics stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, get_args

from dateline.archive.names import folded
from dateline.archive.parties import party_code
from dateline.errors import UsageError
from dateline.record.days import days_of
from dateline.record.model import ContactKind, ContactStatus, Role, Standing

Line = dict[str, Any]


def checked(value: Mapping[str, Any]) -> Line:
    """The fields of a correction as a contact holds them. Raises `UsageError` for what no contact can have.

    ``place`` may be told as ``"Helsinki, FIN"``, ``participants`` as ``["Vladimir Putin, RUS"]``, ``agenda`` as
    ``["trade: agreed"]``: topics that the contact has, with where they stand.
    """
    unknown = value.keys() - _CHECKS.keys()
    if unknown:
        raise UsageError(f"{', '.join(sorted(unknown))}: of a contact, {', '.join(_CHECKS)} can be corrected")
    return {field: _CHECKS[field](told) for field, told in value.items()}


def corrected(contact: Mapping[str, Any], decisions: Iterable[Mapping[str, Any]]) -> Line:
    """A settled contact with people's decisions on it, in the order they were made.

    ``judged`` is the latest verdict (``None`` where there is none); ``corrections`` has for each field that was set who
    set it, when, by which decision, and what the reports say (``instead_of``).
    """
    line: Line = {**contact, "judged": None, "corrections": []}
    set_by: dict[str, Line] = {}
    for decision in decisions:
        line["judged"] = decision["verdict"]
        for field, told in (decision["value"] or {}).items():
            said = set_by[field]["instead_of"] if field in set_by else line[field]
            line[field] = _restood(line[field], told) if field == "agenda" else told
            set_by[field] = {
                "field": field, "instead_of": said, "by": decision["reviewer"], "at": decision["at"],
                "decision": decision["id"],
            }  # fmt: skip
    line["corrections"] = list(set_by.values())
    return line


def _restood(agenda: list[Line], told: list[Line]) -> list[Line]:
    """The topics with the standing that people gave them; topics that no report has are added."""
    wanted = {folded(item["topic"]): item for item in told}
    kept = [{**item, "standing": wanted.pop(folded(item["topic"]), item)["standing"]} for item in agenda]
    return kept + [{**item, "according_to": None, "reports": [], "confidence": None} for item in wanted.values()]


def _one_of(kind: Any, name: str) -> Callable[[Any], str]:
    def check(told: Any) -> str:
        if told not in get_args(kind):
            raise UsageError(f"{name}: one of {', '.join(get_args(kind))}, not {told!r}")
        return str(told)

    return check


def _date(told: Any) -> str | None:
    if told in (None, ""):
        return None
    if not isinstance(told, str) or not days_of(told):
        raise UsageError(f"date: write 2018, 2018-07, 2018-07-16 or 2018-07-16/2018-07-17, not {told!r}")
    return told


def _place(told: Any) -> Line | None:
    if told in (None, ""):
        return None
    named = _named(told, "place")
    if not named["name"]:
        raise UsageError("place: give its name: Helsinki, or Helsinki, FIN")
    from dateline.knowledge import load  # seconds of tables, needed only where a person says where

    knowledge = load()
    countries = [named["country"]] if named["country"] else []
    state = next((s for s in knowledge.gazetteer.states.values() if folded(s.name) == folded(named["name"])), None)
    spot = state or knowledge.gazetteer.best(knowledge.gazetteer.spots.get(named["name"]), countries)
    known = spot if spot and (not countries or spot.country in countries) else None
    return {
        "name": named["name"],
        "country": named["country"] or (known.country if known else None),
        "lat": known.lat if known else None,
        "lon": known.lon if known else None,
    }


def _participants(told: Any) -> list[Line]:
    found = []
    for item in told if isinstance(told, list | tuple) else str(told).split(";"):
        named = _named(item, "participants")
        role = item.get("role") or "principal" if isinstance(item, Mapping) else "principal"
        if not named["name"]:
            raise UsageError("participants: every one has a name: Vladimir Putin, RUS")
        found.append({**named, "role": _one_of(Role, "role")(role), "kind": None, "witnesses": 0})
    if not found:
        raise UsageError("participants: a contact has somebody who takes part")
    return found


def _agenda(told: Any) -> list[Line]:
    found = []
    for item in told if isinstance(told, list | tuple) else str(told).split(";"):
        if isinstance(item, Mapping):
            topic, standing = str(item.get("topic") or ""), item.get("standing")
        else:
            topic, _, standing = str(item).rpartition(":")
            standing = standing.strip()
        if not topic.strip():
            raise UsageError(f"agenda: write a topic and its standing, as in trade: agreed, not {item!r}")
        found.append({"topic": topic.strip(), "standing": _one_of(Standing, "agenda")(standing)})
    return found


def _named(told: Any, field: str) -> Line:
    """``Helsinki, FIN``, or a name and a country told apart."""
    if isinstance(told, Mapping):
        name, country = str(told.get("name") or "").strip(), told.get("country")
    else:
        name, _, country = (part.strip() for part in str(told).rpartition(",")) if "," in str(told) else (told, "", "")
        name = str(name).strip()
    code = party_code(str(country)) if country else None
    if country and not code:
        raise UsageError(f"{field}: {country!r} is no state or organisation known here: give its code (RUS, UN)")
    return {"name": name, "country": code}


_CHECKS: dict[str, Callable[[Any], Any]] = {
    "kind": _one_of(ContactKind, "kind"),
    "status": _one_of(ContactStatus, "status"),
    "date": _date,
    "place": _place,
    "participants": _participants,
    "agenda": _agenda,
}

FIELDS = tuple(_CHECKS)
"""What can be corrected of a contact."""
