"""The archive is a function of the set of reports: whatever order they come in, in whatever portions."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made_records import record_of

from dateline.archive import Archive

DAYS = ["2018-07-15", "2018-07-16", "2018-07-17", "2018-07", None]
PLACES = [
    {"name": "Helsinki", "country": "FIN", "lat": 60.17, "lon": 24.94},
    {"name": "Finland", "country": "FIN"},
    None,
]
SIDES = [("Aron Vale", "Bela Stone"), ("Vale", "Stone"), ("Dmitri Rook", "Ella Marsh"), ("Aron Vale",)]
BODIES = [
    f"The ministers of {n} spoke of trade, of fish and of the weather in the north for two days." for n in range(2)
]

contacts = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(["meeting", "summit", "negotiation", "visit", "call"]),
        "status": st.sampled_from(["held", "scheduled", "proposed"]),
        "date": st.sampled_from(DAYS),
        "place": st.sampled_from(PLACES),
        "who": st.sampled_from(SIDES),
    }
)
reports = st.lists(
    st.tuples(st.integers(10, 24), st.lists(contacts, max_size=2), st.sampled_from([None, *BODIES])),
    min_size=2,
    max_size=7,
)


@cache
def empty() -> bytes:
    """An archive without reports: making one takes longer than filling it here."""
    with tempfile.TemporaryDirectory() as folder:
        with Archive(Path(folder) / "archive.db"):
            pass
        return (Path(folder) / "archive.db").read_bytes()


def fingerprint(portions) -> str:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "archive.db").write_bytes(empty())
        with Archive(Path(folder) / "archive.db") as archive:
            for portion in portions:
                archive.add(*portion)
            return archive.fingerprint()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(told=reports, data=st.data())
def test_any_order_and_any_portions_give_the_same_archive(told, data):
    records = [
        record_of(f"r{n}", f"2018-07-{day}", some, body=body and f"{body} ({n})")
        for n, (day, some, body) in enumerate(told)
    ]
    shuffled = data.draw(st.permutations(records))
    cut = data.draw(st.integers(0, len(records)))
    assert fingerprint([shuffled[:cut], shuffled[cut:]]) == fingerprint([records])
