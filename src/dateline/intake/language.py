"""The language of a report: only English is read."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from dateline.errors import SetAside
from dateline.record import Report

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

ENOUGH = 120
"""Characters below which a guess of the language is worth nothing."""

SAMPLE = 1500
"""Characters looked at."""

PLAINLY_ENGLISH = {"the", "of", "and", "to", "in", "that", "is", "was", "with", "for", "on", "said", "by", "he", "it"}
ENGLISH_SHARE = 0.2
"""A text of which these words are a fifth is English; only others wake the identifier, which takes half a second."""

CERTAIN = 0.95
"""How sure the identifier must be before a report is set aside for its language."""

MAX_BODY = 250_000
"""Characters of a body (40,000 words): the parser needs about a gigabyte for every 100,000 beyond."""

MAX_WORD = 2_000
"""Characters without a blank in between, an address included: what is longer is no text, and the parser's time on it
grows with its square."""


def with_language(report: Report, where: str) -> Report | SetAside:
    """The report with its language told, or set aside: not English, or with a body or a word longer than any is."""
    if len(report.body) > MAX_BODY:
        return SetAside(
            f"{where} ({report.id})", f"a body of {len(report.body):,} characters; at most {MAX_BODY:,} are read"
        )
    for part, text in report.parts().items():
        if (longest := max(map(len, text.split()), default=0)) > MAX_WORD:
            reason = f"the {part} has {longest:,} characters without a blank; at most {MAX_WORD:,} are read"
            return SetAside(f"{where} ({report.id})", reason)
    language = report.language or language_of(report.body)
    if report.language and not _is_english(language) and language_of(report.body) == "en":
        language = "en"  # a translation under the language of its original
    if language is not None and _is_english(language) is False:
        return SetAside(f"{where} ({report.id})", f"the language is {language!r}; only English is read")
    return report.model_copy(update={"language": language})


def _is_english(language: str | None) -> bool:
    return language is not None and language.lower().split("-")[0].split("_")[0] in ("en", "eng", "english")


def language_of(body: str) -> str | None:
    """ISO 639-1 code of a body, or ``None`` where it is too short or too mixed to tell."""
    if script := script_of(body):
        return script
    if len(body) < ENOUGH:
        return None
    words = body[:SAMPLE].lower().split()
    if sum(word in PLAINLY_ENGLISH for word in words) > ENGLISH_SHARE * len(words):
        return "en"
    language, probability = _identifier().classify(body[:SAMPLE])
    return str(language) if probability >= CERTAIN else None


SCRIPTS = (
    ("ja", "\u3040-\u30ff"),
    ("zh", "\u4e00-\u9fff"),
    ("ko", "\uac00-\ud7af"),
    ("ar", "\u0600-\u06ff"),
    ("he", "\u0590-\u05ff"),
    ("el", "\u0370-\u03ff"),
    ("th", "\u0e00-\u0e7f"),
    ("hi", "\u0900-\u097f"),
    ("hy", "\u0530-\u058f"),
    ("ka", "\u10a0-\u10ff"),
    ("uk", "іїєґІЇЄҐ"),
    ("ru", "\u0400-\u04ff"),
)
"""Scripts that tell the language of even a few words, with the language most written in them."""


def script_of(text: str) -> str | None:
    """The language that a text's script shows, or ``None`` for the Latin one: no words are needed for that."""
    letters = "".join(char for char in text[:SAMPLE] if char.isalpha())
    if not letters or sum(char.isascii() for char in letters) > 0.5 * len(letters):
        return None
    for language, letters_of in SCRIPTS:
        share = len(re.findall(f"[{letters_of}]", letters)) / len(letters)
        if share > (0.02 if language in ("ja", "uk") else 0.4):
            return language
    return None


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
