"""Records as a reader would make them, without a reader."""

from dateline.record import Record

COUNTRY = {"Aron Vale": "RUS", "Bela Stone": "USA", "Cora Finch": "FIN", "Dmitri Rook": "RUS", "Ella Marsh": "USA"}


def record_of(report, published, contacts=(), statements=(), source="Agency", body=None, reader="test 1", events=()):
    """A record with contacts given as dicts of what differs from a meeting of Vale and Stone in Helsinki.

    Statements as (who, what), events as (PLOVER event, CAMEO code, who, to whom); a confidence may stand behind.
    """
    body = body or f"The ministers told reporters of {report} about their dealings on {published}."
    span = {"part": "body", "start": 0, "end": len(body)}
    whole = [
        {
            "id": f"c{n}", "kind": "meeting", "status": "held", "date": "2018-07-16", "evidence": [span],
            "place": {"name": "Helsinki", "country": "FIN", "lat": 60.17, "lon": 24.94},
        }
        | {k: v for k, v in contact.items() if k != "who"}
        | {"participants": [{"name": name, "country": COUNTRY.get(name),
                             "kind": "person" if name in COUNTRY else None} for name in
                            contact.get("who", ("Aron Vale", "Bela Stone"))]}
        for n, contact in enumerate(contacts, 1)
    ]  # fmt: skip
    said = [
        {
            "id": f"s{n}", "speaker": {"name": name, "country": COUNTRY.get(name)}, "mode": "indirect",
            "content": [span], "content_text": text, "said": published, "confidence": sure[0] if sure else None,
        }
        for n, (name, text, *sure) in enumerate(statements, 1)
    ]  # fmt: skip
    coded = [
        {"event": event, "cameo": cameo, "actors": who, "recipients": whom, "evidence": [span],
         "confidence": sure[0] if sure else None}
        for event, cameo, who, whom, *sure in events
    ]  # fmt: skip
    return Record.model_validate(
        {
            "events": coded,
            "schema": 1, "reader": reader, "contacts": whole, "statements": said,
            "report": {"id": report, "source": source, "published": published, "body": body, "headline": report},
        }
    )  # fmt: skip
