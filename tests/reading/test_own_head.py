"""Bodies that carry a head of their own: a byline, and the dateline of where the report is really from."""

from __future__ import annotations

import pytest

from dateline.reading.own_head import own_head, without_head
from dateline.reading.reader import Reader
from dateline.record import Report

STORY = "Norwegian Prime Minister Ola Nordmann arrived here Sunday for talks with Kenyan President Mwai Kibaki."


@pytest.mark.parametrize(
    ("head", "place"),
    [
        ("NAIROBI, Nov. 5 (Xinhua) -- ", "NAIROBI"),
        ("by A. Writer\n\nNAIROBI, Nov. 5 (Xinhua) -- ", "NAIROBI"),
        ("Roundup: Old friends meet\n\nMAR DEL PLATA, Argentina, Nov. 5 (Xinhua)-- ", "MAR DEL PLATA, Argentina"),
        ("NAIROBI (AP) _ ", "NAIROBI"),
    ],
)
def test_the_head_is_found_and_blanked_without_moving_anything(head: str, place: str) -> None:
    body = head + STORY
    found = own_head(body)
    assert found is not None
    assert found["place"].strip() == place
    blanked = without_head(body)
    assert len(blanked) == len(body)
    assert (blanked[: len(head)].strip(), blanked[len(head) :]) == ("", STORY)


@pytest.mark.parametrize(
    "body", [STORY, "The chief of the Armed Forces (AFP) met them.", "x" * 400 + "\nROME (AP) - x"]
)
def test_a_body_without_one_stays(body: str) -> None:
    assert own_head(body) is None
    assert without_head(body) == body


def test_here_is_where_the_body_says_it_is_from(reader: Reader) -> None:
    body = f"by A. Writer\n\nNAIROBI, Nov. 5 (Xinhua) -- {STORY}"
    record = reader.read(
        Report(id="made-up", published="2006-11-05", dateline="PARIS, Nov. 5, 2006 (Xinhua)", body=body)
    )
    visit = next(c for c in record.contacts if c.kind == "visit")
    assert (visit.place.name, visit.place.country) == ("Nairobi", "KEN")
    assert record.report.body == body
    assert all("Writer" not in actor.name for actor in record.actors)
