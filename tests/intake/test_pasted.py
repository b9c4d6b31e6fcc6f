"""Texts as people paste them give the report that was pasted."""

import subprocess
import textwrap

import pytest

from dateline.intake.folding import unfolded
from dateline.intake.stream import report_of

PARAGRAPHS = (
    "The foreign ministers of Ruritania and Sylvania met in Strelsau on Monday, officials of both sides said after the talks.",
    "They talked about fish for two hours, and agreed to meet again in Gothic in May, the spokesman of the minister added.",
    "“We are content,” he told reporters in the old palace by the river, where the long-term treaty of friendship was signed.",
)
TEXT = "Ministers of Ruritania and Sylvania meet on fish, on trade and on the old treaty\n\n" + "\n\n".join(PARAGRAPHS)


def fold(text, width):
    return "\n".join(textwrap.fill(line, width) for line in text.split("\n"))


@pytest.mark.parametrize("width", [60, 72, 80])
def test_folding_changes_nothing(width):
    assert unfolded(fold(TEXT, width)) == TEXT
    blank_ended = subprocess.run(["fold", "-s", "-w", str(width)], input=TEXT, text=True, capture_output=True).stdout
    assert unfolded(blank_ended) == TEXT


def test_lines_cut_anywhere_are_whole_again():
    cut = "\n".join(line[at : at + 40] for line in TEXT.split("\n") for at in range(0, max(1, len(line)), 40))
    assert unfolded(cut) == TEXT


def test_a_text_that_nobody_folded_stays_as_it_is():
    lists = "Talks open\n\nPresent were:\nthe king\nthe minister of war\nthe minister of trade\n\nThey met on Monday."
    for text in (
        TEXT,
        lists,
        "\n".join(PARAGRAPHS),
        "Q. Is it true?\nMR. DOE: No.\nQ. Is it so?\nMR. DOE: It is not so.",
    ):
        assert unfolded(text) == text


def test_a_hyphen_of_the_page_goes_and_one_of_the_word_stays():
    text = (
        "The two sides held their third round of trilateral nego-\ntiations in Strelsau about a long-term treaty, which the\n"
        "minister of Sylvania called on Monday evening the well-\nknown wish of both of them; he told us that the long-\n"
        "term plan is to be signed in May."
    )
    assert "negotiations" in unfolded(text)
    assert "well-known" in unfolded(text)
    assert "long-term plan" in unfolded(text)


def test_furniture_of_a_page_stands_apart():
    text = (
        "Skip to main content\nAdvertisement\n\nMinisters meet on fish\n\nBy Jane Doe, Northern Wire\n\nUpdated 3 hours ago\n\n"
        f"{PARAGRAPHS[0]}\n\nRead Next\nKing ready to meet queen in Gothic\n\n{PARAGRAPHS[1]}\n\n1 of 23\n\n{PARAGRAPHS[2]}\n\n"
        "(Reporting by Jane Doe; Editing by John Roe)\n\nOur Standards: The Principles of Trust\n\n© 2024 Northern Wire"
    )
    report = report_of(text)
    assert report.headline == "Ministers meet on fish"
    assert report.body == "\n\n".join(PARAGRAPHS)
    assert (report.byline, report.source) == ("Jane Doe, Northern Wire", "Northern Wire")
    assert report.advisories == ("(Reporting by Jane Doe; Editing by John Roe)",)


def test_entities_and_marks_of_mail_are_undone():
    report = report_of("> Talks &amp; fish\n>\n> The ministers said &quot;yes&quot; on\n> Monday in the palace.")
    assert report.headline == "Talks & fish"
    assert report.body.replace("\n", " ") == 'The ministers said "yes" on Monday in the palace.'


def test_turns_of_a_transcript_keep_their_speakers():
    text = fold(
        "MR. KIRBY: Good afternoon, everybody, and thank you for coming to this room on such a very short notice today.\n\n"
        "Q Can you tell us whether the two ministers of Ruritania and Sylvania are going to meet again in May or later?\n\n"
        "MR. KIRBY: They are going to meet again in May, and I have nothing to add to what the palace has said about it.",
        60,
    )
    turns = report_of(text).body.split("\n\n")
    assert [turn.split()[0] for turn in turns] == ["MR.", "Q", "MR."]
    assert all("\n" not in turn for turn in turns)
