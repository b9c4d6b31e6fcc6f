"""Who: the people, offices, governments, organisations and media of a report, and every mention of them."""

from __future__ import annotations

from dateline.knowledge import Knowledge
from dateline.reading.analysis import Analysis
from dateline.reading.cast import Cast
from dateline.reading.casting import Casting
from dateline.reading.identities import Identities
from dateline.reading.mentions import find_mentions
from dateline.reading.nouns import find_atoms, find_repeats
from dateline.reading.setting import read_setting
from dateline.reading.words import Words
from dateline.record import Place

__all__ = ["Cast", "read_actors"]


def read_actors(analysis: Analysis, places: tuple[Place, ...], knowledge: Knowledge) -> Cast:
    """Everybody who acts or speaks in the report. The body is read first, for it names people in full."""
    on = analysis.report.published_on
    parts = sorted(analysis.docs, key=lambda part: (part != "body", part))
    words = {part: Words(part, analysis.docs[part]) for part in parts}
    atoms = {part: find_atoms(words[part], knowledge, on) for part in parts}
    find_repeats(words, atoms)
    mentions = {part: find_mentions(words[part], atoms[part]) for part in parts}
    setting = read_setting(analysis.report, [(words[part], mentions[part]) for part in parts], knowledge)
    casting = Casting(Identities(knowledge, on, setting), setting)
    for part in parts:
        casting.read(words[part], mentions[part])
    return casting.cast(words)
