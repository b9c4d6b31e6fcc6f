"""Made-up reports of dealings between states, as a reader would have read them: all kinds of lines, all statuses."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.record import Record

TOKEN = "a token that only tests know"

PEOPLE = {
    "Aron Vale": ("RUS", "president", "RUSGOV"),
    "Bela Stone": ("USA", "secretary of state", "USAGOV"),
    "Cora Finch": ("FIN", "president", "FINGOV"),
    "Dmitri Rook": ("RUS", "spokesman", "RUSGOV"),
    "Ella Marsh": ("USA", "ambassador", "USAGOV"),
    "Goro Tanabe": ("JPN", "prime minister", "JPNGOV"),
}
PLACES = {
    "Helsinki": ("FIN", 60.17, 24.94),
    "Tokyo": ("JPN", 35.69, 139.69),
    "Geneva": ("CHE", 46.2, 6.15),
}

SENTENCES = {
    "meet": "{a} and {b} met in {place} on {day}.",
    "plan": "{a} and {b} will meet in {place} on {day}, officials said.",
    "off": "A meeting of {a} and {b} in {place} on {day} has been cancelled.",
    "topics": "They discussed arms control, and agreed to reopen the consulates.",
    "hopes": "They are expected to discuss arms control and fishing rights.",
    "barred": "The islands are not on the table, {c} said.",
    "says": '"{a} opposes any new sanctions against the fishing fleet," {c} told reporters, by the Evening Wire.',
    "judged": "The meeting is widely seen as a first step.",
}


def dealings() -> Iterator[Record]:
    """Reports on two years of dealings, in order of publication; the first dozen hold every kind of line."""
    pairs = [("Aron Vale", "Bela Stone"), ("Aron Vale", "Goro Tanabe"), ("Bela Stone", "Cora Finch")]
    for n in range(36):
        a, b = pairs[n % 3]
        month, year = n // 3 % 12 + 1, 2017 + n // 18
        place = list(PLACES)[(n // 2) % 3]
        day = f"{year}-{month:02}-{10 + n % 3:02}"
        yield report(f"r{n:02}a", f"{year}-{month:02}-{3 + n % 3:02}", a, b, place, day, "scheduled")
        if n % 4 != 3:
            yield report(f"r{n:02}b", f"{year}-{month:02}-{11 + n % 3:02}", a, b, place, day, "held", "Second Wire")
        else:
            yield report(f"r{n:02}c", f"{year}-{month:02}-{6 + n % 3:02}", a, b, place, day, "cancelled")


def report(
    name: str, published: str, a: str, b: str, place: str, day: str, status: str, source: str = "Example Wire"
) -> Record:
    """One report: its text is made from `SENTENCES`, and every line of its record rests on words in it."""
    c = "Dmitri Rook" if PEOPLE[a][0] == "RUS" else "Ella Marsh"
    first = {"held": "meet", "cancelled": "off"}.get(status, "plan")
    names = [first, "topics" if status == "held" else "hopes", "barred", "says", "judged"]
    said = {n: SENTENCES[n].format(a=a, b=b, c=c, place=place, day=day) for n in names}
    body = "\n\n".join(said.values())

    def at(words: str, after: str = "") -> dict[str, object]:
        start = body.index(words, body.index(after) if after else 0)
        return {"part": "body", "start": start, "end": start + len(words)}

    def actor(n: int, who: str) -> dict[str, object]:
        country, office, code = PEOPLE[who]
        known = {"id": f"a{n}", "name": who, "kind": "person", "country": country, "office": office, "code": code}
        return known | {"mentions": [at(who)]}

    def party(n: int, who: str) -> dict[str, object]:
        return {"name": who, "actor": f"a{n}", "country": PEOPLE[who][0]}

    country, lat, lon = PLACES[place]
    where = {"name": place, "country": country, "lat": lat, "lon": lon}
    talk = "discussed" if status == "held" else "expected"
    agenda = [{"topic": "arms control", "standing": talk, "according_to": None, "evidence": [at("arms control")]}]
    if status == "held":
        consulates = {"topic": "reopen the consulates", "standing": "agreed", "according_to": None}
        agenda.append(consulates | {"evidence": [at("reopen the consulates")]})
    else:
        fishing = {"topic": "fishing rights", "standing": "expected", "according_to": None}
        agenda.append(fishing | {"evidence": [at("fishing rights")]})
    barred = {"topic": "The islands", "standing": "excluded", "according_to": c, "evidence": [at("The islands")]}
    contact = {
        "id": "c1", "kind": "meeting", "status": status, "date": day, "place": where, "duration": "PT2H",
        "participants": [party(1, a), party(2, b)], "agenda": [*agenda, barred], "evidence": [at(said[first])],
        "sessions": [{"format": "tete-a-tete", "when": day, "participants": [a, b]}],
        "announced": {"date": published, "by": ["RUS"]} if status == "scheduled" else None,
    }  # fmt: skip
    quote = f"{a} opposes any new sanctions against the fishing fleet"
    statements = [
        {"id": "s1", "speaker": party(3, c), "mode": "indirect", "source": [at(c)], "cue": [at("said", said["barred"])],
         "content": [at("The islands are not on the table")], "content_text": "The islands are not on the table",
         "said": published},
        {"id": "s2", "speaker": party(3, c), "mode": "direct", "source": [at(c, said["says"])], "cue": [at("told")],
         "content": [at(f'"{quote},"')], "content_text": quote, "said": published, "addressee": "reporters",
         "relayed_by": ["Evening Wire"]},
    ]  # fmt: skip
    positions = [
        {"holder": party(1, a), "issue": "sanctions against the fishing fleet", "stance": "opposes",
         "statement": "s2", "frame": "any new sanctions", "evidence": [at(quote)], "evidence_text": quote},
    ]  # fmt: skip
    events = [
        {"event": "CONSULT", "cameo": "042" if status == "held" else "036", "actors": [PEOPLE[a][2]],
         "recipients": [PEOPLE[b][2]], "date": day, "evidence": [at(said[first])]},
        {"event": "REJECT", "cameo": "120", "actors": [PEOPLE[a][2]], "recipients": [PEOPLE[b][2]],
         "date": published, "evidence": [at(quote)]},
    ]  # fmt: skip
    caption = f"{a} (L) talks with {b} in {place}. (Example Wire)"
    photo = {"file": "talks.jpg", "caption": caption, "taken": day, "place": {"name": place, "country": country},
             "people": [a, b], "credit": "Example Wire", "archival": status != "held"}  # fmt: skip
    return Record.model_validate(
        {
            "schema": 1, "reader": "made up", "contacts": [contact], "statements": statements, "positions": positions,
            "events": events, "actors": [actor(1, a), actor(2, b), actor(3, c)],
            "assessments": [{"about": "the meeting", "text": said["judged"], "evidence": [at(said["judged"])]}],
            "places": [{"id": "p1", **where, "mentions": [at(place)]}],
            "times": [{**at(day), "text": day, "type": "DATE", "value": day}],
            "report": {"id": name, "headline": f"{a} and {b}: {status} in {place}", "source": source,
                       "published": f"{published}T09:00:00Z", "dateline": f"{place}, {published}", "body": body,
                       "photos": [photo]},
        }
    )  # fmt: skip
