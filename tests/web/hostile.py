"""Reports whose every text tries to be more than a text."""

from __future__ import annotations

from dateline.record import Record

TRICKS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(2)>",
    "\"><svg/onload=alert(3)>'",
    "javascript:alert(4)",
    "{{ 7*7 }}{% for x in range(9) %}x{% endfor %}${7*7}#{7*7}",
    "</textarea></title></script><iframe src=//evil.example>",
    "<a href='javascript:alert(5)' style='position:fixed' hx-get='//evil.example' data-lines='x'>",
    "&lt;b&gt;&#x3c;i&#x3e;",
    "\u202egnp.exe\u2066 a\u200bb\u2060c \ufeff\u00ad\U000e0041",
    "=HYPERLINK('//evil.example')",
)
UNSEEN = "\u202e\u2066\u200b\u2060\ufeff\u00ad\U000e0041"

ADDRESSES = (
    "javascript:alert(6)",
    "JaVaScRiPt:alert(6)",
    " javascript:alert(6)",
    "\x01javascript:alert(6)",
    "data:text/html,<script>alert(6)</script>",
    "//evil.example/x",
    "https:evil",
    "vbscript:x",
)


def reports() -> list[Record]:
    """A report for each address; every text of each is made of all the tricks."""
    return [report(n, address) for n, address in enumerate(ADDRESSES)]


def report(n: int, url: str) -> Record:
    """One report, its id a trick as well."""
    trick = " ".join(TRICKS)
    body = f"{trick} met {trick} about {trick}.\n\n{trick}"
    span = [{"part": "body", "start": 0, "end": len(trick)}]
    within = [{"part": "body", "start": 3, "end": len(body) - 5}]
    day = f"2018-07-{10 + n}"
    country = ("RUS", "USA")
    party = [{"name": f"{TRICKS[i]} {trick[:60]}", "actor": f"a{i}", "country": country[i]} for i in range(2)]
    place = {"name": TRICKS[1], "country": "FIN", "lat": 60.0, "lon": 25.0}
    agenda = [
        {"topic": f"{trick} {standing}", "standing": standing, "according_to": trick, "evidence": span}
        for standing in ("expected", "discussed", "agreed", "excluded")
    ]
    contact = {
        "id": "c1", "kind": "meeting", "status": "scheduled" if n % 2 else "held", "participants": party, "date": day,
        "place": place, "duration": trick, "sessions": [{"format": trick, "when": trick, "participants": [trick]}],
        "agenda": agenda, "announced": {"date": day, "by": [trick]}, "evidence": within,
    }  # fmt: skip
    statement = {"speaker": party[0], "mode": "direct", "source": span, "cue": [], "content": within,
                 "content_text": trick, "said": day, "addressee": trick, "relayed_by": [trick]}  # fmt: skip
    nobody = {"name": None, "actor": None, "country": None}
    photo = {"file": trick, "caption": trick, "taken": day, "event": trick, "people": [trick], "credit": trick,
             "place": {"name": trick, "country": "FIN"}}  # fmt: skip
    actor = [
        {"id": f"a{i}", "name": party[i]["name"], "kind": "person", "country": country[i], "office": trick,
         "code": f"{country[i]}GOV", "mentions": span}
        for i in range(2)
    ]  # fmt: skip
    return Record.model_validate(
        {
            "schema": 1, "reader": "made up", "actors": actor, "contacts": [contact],
            "statements": [statement | {"id": "s1"}, statement | {"id": "s2", "speaker": nobody}],
            "places": [{"id": "p1", **place, "mentions": span}],
            "positions": [{"holder": party[0], "issue": trick, "stance": "opposes", "frame": trick, "statement": "s1",
                           "evidence": within, "evidence_text": trick}],
            "assessments": [{"owner": trick, "about": trick, "text": trick, "evidence": span}],
            "events": [{"event": "CONSULT", "cameo": "036", "actors": ["RUSGOV"], "recipients": ["USAGOV"],
                        "date": day, "evidence": span}],
            "times": [{"part": "body", "start": 0, "end": 8, "text": trick[:8], "type": "DATE", "value": trick}],
            "report": {"id": f"{TRICKS[2]}/{n}?a#b", "headline": trick, "source": trick, "dateline": trick,
                       "published": f"{day}T09:00:00Z", "url": url, "body": body, "photos": [photo]},
        }
    )  # fmt: skip
