"""Through whom the words reached us: the media named in a reporting clause."""

from __future__ import annotations

from bisect import bisect_left

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from dateline.knowledge.naming import words_of
from dateline.knowledge.reporting import Reporting
from dateline.reading.actors import Cast
from dateline.reading.analysis import span_of
from dateline.reading.speech.layout import Layout
from dateline.reading.speech.reporting import Reported
from dateline.record import Span

BODY = "body"

GOVERNED = frozenset(
    {"pobj", "dobj", "dative", "nsubj", "nsubjpass", "conj", "appos", "attr", "npadvmod", "ROOT", "dep"}
)
"""Where a medium stands that passes something on: not where it only describes ("a CNN translation")."""

ANSWERED = frozenset({"interview", "telegram", "message", "column", "article", "op-ed"})
"""What somebody gives to, or writes for, a medium: "in an interview with X", where X need not be known."""

TO_MEDIUM = frozenset({"with", "to", "for", "on", "in"})
CREDITS = frozenset({"/", "(", "["})
"""What stands before the medium that only has its name there: "WASHINGTON (CNN)", "A. Writer / Reuters"."""


class Relays:
    """Finds the media in the reporting clauses of one report. ``writers`` wrote it, and pass nothing on."""

    def __init__(self, cast: Cast, layout: Layout, reporting: Reporting, writers: tuple[str, ...]) -> None:
        self.cast, self.layout, self.reporting = cast, layout, reporting
        self.writers = tuple("".join(words_of(writer)) for writer in writers)
        self._media = sorted(
            (mention.start, actor.name)
            for actor in cast.actors
            if actor.kind == "media"
            for mention in actor.mentions
            if mention.part == BODY
        )

    def of(self, report: Reported) -> tuple[str, ...]:
        """The media in the reporting clause that are not the speaker.

        That one rule reads "was quoted as saying by Sputnik", "told Interfax", "in an interview with Al-Arabiya" and
        "in remarks carried by state television" alike.
        """
        segment = self.layout.segment(report.verb.i)
        taken = {i for span in report.content for i in range(span.start, span.end)}
        if report.source is not None:
            taken.update(range(report.source.start, report.source.end))
            taken.update(t.i for t in report.source.root.subtree if not _acts(t, report.source.root))
        names = []
        for chunk in self.layout.phrases(segment):
            root = chunk.root
            beside = report.source is not None and chunk.end == report.source.start  # "the newspaper | The Star"
            if beside or root.i in taken or self.layout.quoted[root.i] or not _passes_on(chunk):
                continue
            names.append(self.named(chunk) or (_interviewer(chunk, self.cast)))
        return tuple(dict.fromkeys(name for name in names if name and not self.is_writer(name)))

    def named(self, phrase: TokenSpan) -> str | None:
        """The name of the medium that a phrase stands for: of "the newspaper" alone, the medium named before."""
        name = medium(phrase, self.cast, self.reporting)
        if name is None or not _is_only_a_kind(phrase):
            return name
        doc, end = phrase.doc, phrase.end
        while end < len(doc) and doc[end].pos_ == "PROPN":
            end += 1
        if end > phrase.end:  # "the newspaper Hurriyet"
            return doc[phrase.end : end].text
        number = bisect_left(self._media, (phrase.start_char, ""))
        return self._media[number - 1][1] if number else None

    def is_writer(self, name: str) -> bool:
        """Whether a medium is the one whose report this is."""
        folded = "".join(words_of(name))
        return any(
            folded == writer or (len(folded) > 2 and folded in writer) or (len(writer) > 3 and writer in folded)
            for writer in self.writers
        )


def medium(phrase: TokenSpan, cast: Cast, reporting: Reporting) -> str | None:
    """The name of the medium that a noun phrase stands for, or ``None`` where it stands for none."""
    span = span_of(BODY, phrase.root.doc[phrase.root.left_edge.i : phrase.root.i + 1])
    head = Span(part=BODY, start=phrase.root.idx, end=phrase.root.idx + len(phrase.root))
    for actor in cast.at(span):
        if actor.kind == "media" and any(m.overlaps(head) for m in actor.mentions):
            return actor.name
    words = phrase.doc[max(phrase.start, phrase.root.i - 1) : phrase.root.i + 1]
    kinds = {words.root.lemma_.lower(), " ".join(t.lemma_.lower() for t in words), words.text.lower()}
    if phrase.root.pos_ == "PROPN":  # "the Swedish newspaper Svenska Dagbladet"
        kinds |= {token.lower_ for token in phrase if token.i < phrase.root.i}
    named = len(phrase) > 1 or phrase.root.pos_ == "PROPN"  # "on Twitter", but not "on television"
    return without_determiner(phrase).text if kinds & reporting.media and named else None


def without_determiner(phrase: TokenSpan) -> TokenSpan:
    """ "the state television" -> "state television"."""
    start = phrase.start
    while start < phrase.end - 1 and phrase.doc[start].dep_ in ("det", "punct", "cc"):
        start += 1
    return phrase.doc[start : phrase.end]


def _acts(token: Token, head: Token) -> bool:
    """Whether a verb stands between a token and the head it describes: "the president, interviewed by France 2"."""
    for ancestor in token.ancestors:
        if ancestor == head:
            return False
        if ancestor.pos_ == "VERB":
            return True
    return False


def _passes_on(phrase: TokenSpan) -> bool:
    """Whether the phrase stands where a medium passes something on, and is no mere credit."""
    doc, start = phrase.doc, phrase.start
    return phrase.root.dep_ in GOVERNED and not (start and doc[start - 1].text in CREDITS)


def _is_only_a_kind(phrase: TokenSpan) -> bool:
    """ "The newspaper", "the agency": no more than what it is."""
    return len(phrase) == 2 and phrase[0].lower_ in ("the", "this") and phrase.root.pos_ == "NOUN"


def _interviewer(phrase: TokenSpan, cast: Cast) -> str | None:
    """The body that an interview was given to: "in an interview with Ukraine 24", unknown as it may be."""
    root = phrase.root
    if root.dep_ != "pobj" or root.pos_ not in ("PROPN", "NUM") or root.head.lower_ not in TO_MEDIUM:
        return None
    given: Token = root.head.head
    if given.lemma_.lower() not in ANSWERED or root.ent_type_ in ("PERSON", "GPE", "DATE", "LOC"):
        return None
    known = cast.at(span_of(BODY, phrase)) if root.pos_ == "PROPN" else ()
    return None if any(actor.kind != "organisation" for actor in known) else without_determiner(phrase).text
