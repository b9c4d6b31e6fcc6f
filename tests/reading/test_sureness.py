"""How sure each line is, what sort of participants there are, and how both are explained."""

from __future__ import annotations

import io

import pytest

from dateline.commands.explain import _show
from dateline.knowledge import load
from dateline.model.calibration import Calibration, Curve
from dateline.model.frames import Frame
from dateline.reading.analysis import Analysis
from dateline.reading.encounters.party import Party, participant_kind
from dateline.reading.grounds import told
from dateline.reading.reader import Reader
from dateline.record import Report, Span

REPORT = Report(
    id="r",
    published="2018-07-17",
    headline="Kenyan, Ugandan presidents meet in Nairobi",
    body=(
        "NAIROBI, July 17 -- Kenyan President Uhuru Kenyatta met his Ugandan counterpart Yoweri Museveni in Nairobi on "
        "Tuesday to discuss the border dispute.\n\n"
        '"We reject any new border post," Kenyatta told reporters after the talks.'
    ),
)


@pytest.fixture(scope="module")
def explained(reader):
    return reader.explain(REPORT)


def test_lines_that_the_model_saw_are_scored(explained):
    record, _ = explained
    assert record.contacts
    lines = [*record.contacts, *record.positions, *(item for c in record.contacts for item in c.agenda)]
    assert all(line.confidence is not None and 0 <= line.confidence <= 1 for line in lines)
    assert any(statement.confidence is not None for statement in record.statements)
    assert all(line.confidence == round(line.confidence, 2) for line in lines)


def test_participants_are_of_a_kind(explained):
    record, _ = explained
    kinds = {p.name: p.kind for contact in record.contacts for p in contact.participants}
    assert {kinds.get("Uhuru Kenyatta"), kinds.get("Yoweri Museveni")} == {"person"}


STATES = ("RUS", "KEN")


@pytest.mark.parametrize(
    ("party", "kind"),
    [
        (Party("Aron Vale", "RUS", "person", known_as="person"), "person"),
        (Party("Russia", "RUS", "state"), "government"),
        (Party("Kenyan foreign minister", "KEN", "body", known_as="office", named=False), "government"),
        (Party("UN special envoy", "UN", "body", named=False), "organisation"),
        (Party("the Defence Ministry", "RUS", "body", known_as="ministry"), "government"),
        (Party("African Union", "AU", "body", role="delegation", known_as="igo"), "organisation"),
        (Party("the rebels", "KEN", "body", known_as="armed_group"), "group"),
        (Party("Kenyan officials", "KEN", "body", role="delegation", named=False), "group"),
        (Party("world powers", None, "body", named=False), "group"),
        (Party("Interfax", "RUS", "body", known_as="media"), "medium"),
    ],
)
def test_a_participants_kind_is_that_of_its_actor_or_its_words(party, kind):
    assert participant_kind(party, STATES) == kind


def test_the_explanation_shows_trigger_roles_labels_and_scores(explained):
    out = io.StringIO()
    _show(*explained, out)
    text = out.getvalue()
    assert "contact c1  (confidence 0." in text
    contact = text[text.index("contact c1  ") :]
    for words in ("model: contact 0.", "kind meeting 0.", "status held 0.", "trigger: ", "who:", "where:   Nairobi"):
        assert words in contact


def test_a_frame_tells_its_labels_with_how_likely_they_are():
    span = Span(part="body", start=0, end=3)
    labels = {"kind": "call", "status": "held"}
    beliefs = {"kind": {"call": 0.914}, "status": {"held": 0.5}}
    assert (
        told(Frame("contact", span, {}, labels, 0.876, beliefs))
        == "model: contact 0.88; kind call 0.91, status held 0.50"
    )


def test_confidence_is_calibrated_and_left_open_where_no_model_saw_the_line():
    analysis = Analysis(REPORT, {}, calibration=Calibration({"contact": Curve(1.0, -1.0)}))
    assert analysis.confidence("contact", 0.5) == 0.27
    assert analysis.confidence("position", 0.5) == 0.5
    assert analysis.confidence("statement", None) is None


def test_a_reader_is_named_by_its_tables_and_users_files(reader, tmp_path):
    mine = tmp_path / "mine.csv"
    mine.write_text("name,country,office\nZed Zedder,FRA,foreign minister\n")
    with_mine = Reader(load((str(mine),)), reader.analyser)
    assert reader.version.rpartition(".")[2] == load().version
    assert with_mine.version.startswith(f"{reader.version}.a")
