"""What stands in quotation marks, straight or curly, well kept or slipped."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.reading.speech.quotations import read_quotations


def quoted(text: str) -> list[str]:
    return [text[q.start : q.end] for q in read_quotations(text)]


@pytest.mark.parametrize(
    ("text", "quotations"),
    [
        ('"Never," he said. "Not once."', ["Never,", "Not once."]),
        ("“Never,” he said.", ["Never,"]),
        ('the so-called "fourth front" of the war', ["fourth front"]),
        ('under the motto " peace, bread and land"', [" peace, bread and land"]),
        ('"It goes on.\n\n"And on," he said.', ["It goes on.", "And on,"]),
        ('He came in May." Nobody knew.', []),
        ('""', []),
        ("'Never,' he said. 'Not once.'", ["Never,", "Not once."]),
        ("‘It’s over,’ she said. ‘We don’t know.’", ["It’s over,", "We don’t know."]),
        ("``Never,'' he said. ''Not once,'' she said.", ["Never,", "Not once,"]),
        ("„Nie,“ he said. “Never,” she said. «Jamais,» they said.", ["Nie,", "Never,", "Jamais,"]),
        ("the ministers' meeting and the leaders' call", []),
        ("'The ministers' talks go on,' he said", ["The ministers' talks go on,"]),
        ("rock 'n' roll of the '90s and the '60s", []),
        ("\"He told me 'go away' twice,\" she said", ["He told me 'go away' twice,"]),
    ],
)
def test_quotations_are_found(text: str, quotations: list[str]) -> None:
    assert quoted(text) == quotations


@given(st.text(alphabet="ab \"“”„«»`'’‘\n.,"))
def test_quotations_lie_in_the_text_in_order_and_never_cross_a_line(text: str) -> None:
    last = 0
    for quotation in read_quotations(text):
        assert last <= quotation.start < quotation.end <= len(text)
        assert "\n" not in text[quotation.start : quotation.end]
        last = quotation.end
