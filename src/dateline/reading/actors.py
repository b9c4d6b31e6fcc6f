"""Who: the people, offices, governments, organisations and media of a report, and every mention of them."""

from __future__ import annotations

from dateline.knowledge import Knowledge
from dateline.reading.analysis import Analysis
from dateline.reading.casting.assignment import Casting
from dateline.reading.casting.cast import Cast
from dateline.reading.casting.identities import Identities
from dateline.reading.casting.mentions import find_mentions
from dateline.reading.casting.nouns import find_atoms
from dateline.reading.casting.repeats import find_acronyms, find_halves, find_repeats
from dateline.reading.casting.setting import read_setting, settle
from dateline.reading.casting.strays import drop_strays
from dateline.reading.provinces import read_provinces
from dateline.record import Place

__all__ = ["Cast", "read_actors"]


def read_actors(analysis: Analysis, places: tuple[Place, ...], knowledge: Knowledge) -> Cast:
    """Everybody who acts or speaks in the report."""
    on = analysis.report.published_on
    parts = analysis.words
    provinces = read_provinces(parts, knowledge)
    atoms = {part: find_atoms(words, knowledge, on, provinces) for part, words in parts.items()}
    find_acronyms(parts, atoms)
    find_repeats(parts, atoms)
    find_halves(parts, atoms)
    drop_strays(parts, atoms, knowledge, on)
    regional = knowledge.usage.regional
    mentions = {part: find_mentions(words, atoms[part], regional) for part, words in parts.items()}
    told = [(words, mentions[part]) for part, words in parts.items()]
    setting = read_setting(analysis.dateline, analysis.report.source, told, knowledge)
    for found in mentions.values():
        settle(found, setting)
    casting = Casting(Identities(knowledge, on, setting), setting)
    for part, words in parts.items():
        casting.read(words, mentions[part])
    cast = casting.cast(parts)
    for actor, rule in zip(cast.actors, cast.rules, strict=True):
        analysis.because(f"actor {actor.id}", rule, actor.mentions[0])
    return cast
