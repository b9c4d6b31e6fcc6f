"""Dateline as a spaCy component: ``nlp.add_pipe("dateline")`` sets ``doc._.record``."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from dateline.knowledge import load
from dateline.reading.analysis import Analyser
from dateline.reading.reader import Reader
from dateline.record import Report


@Language.factory("dateline", requires=["token.dep", "token.tag", "token.ent_type", "doc.sents"])
def make_component(nlp: Language, name: str) -> DatelineComponent:
    """The component over the pipeline it stands in, whose parse and entities it uses."""
    return DatelineComponent(nlp)


class DatelineComponent:
    """Reads each parsed text as the body of a report.

    Set ``doc._.report`` (a `Report` whose body is the text) beforehand to tell the publication date and source.
    """

    def __init__(self, nlp: Language) -> None:
        for extension in ("report", "record"):
            if not Doc.has_extension(extension):
                Doc.set_extension(extension, default=None)
        self.reader = Reader(load(), Analyser(nlp=nlp))

    def __call__(self, doc: Doc) -> Doc:
        """The document, with its record."""
        report = doc._.report or Report(id="doc", body=doc.text)
        doc._.record = self.reader.read_analysis(self.reader.analyser.analysis(report, doc))
        return doc
