"""Letters without their marks: one folding for reading, searching, merging and identifiers."""

import pytest

from dateline.archive.names import same_name
from dateline.knowledge.naming import fold, words_of
from dateline.record import slug
from dateline.record.letters import plain


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Wałęsa", "walesa"),
        ("Jørgensen", "jorgensen"),
        ("Đinđić", "dindic"),
        ("Yıldırım", "yildirim"),
        ("Weiß", "weiss"),
        ("Þórdís", "thordis"),
        ("Ægir", "aegir"),
        ("İstanbul", "istanbul"),
        ("Həsənov", "hasanov"),
    ],
)
def test_every_room_folds_a_letter_alike(written, folded):
    assert plain(written) == fold(written) == slug(written) == folded
    assert words_of(written) == (folded,)
    assert same_name(written, folded)
