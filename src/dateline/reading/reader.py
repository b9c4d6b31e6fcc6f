"""How a report becomes a record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from dateline import __version__
from dateline.knowledge import Knowledge, load
from dateline.model.folder import WEIGHTS
from dateline.model.frames import Frame
from dateline.model.network import Network
from dateline.reading.actors import Cast, read_actors
from dateline.reading.analysis import Analyser, Analysis
from dateline.reading.asked import Asked
from dateline.reading.assessments import read_assessments
from dateline.reading.contacts import read_contacts
from dateline.reading.events import read_events
from dateline.reading.grounds import Ground
from dateline.reading.photos import read_photos
from dateline.reading.places import read_places
from dateline.reading.positions import read_positions
from dateline.reading.publication import dated
from dateline.reading.statements import read_statements
from dateline.reading.times import read_times
from dateline.record import Record, Report


class Reader:
    """Reads reports into records. The same report and version give the same record, byte for byte.

    ``version`` names the package, the pipeline, the model, the tables and users' own files.
    """

    def __init__(self, knowledge: Knowledge | None = None, analyser: Analyser | None = None) -> None:
        self.knowledge = knowledge or load()
        self.analyser = analyser or Analyser()
        self.version = ".".join(filter(None, (f"{__version__}+{self.analyser.version}", self.knowledge.version)))

    def read(self, report: Report) -> Record:
        """The record of one report."""
        return next(self.read_many([report]))

    def read_many(self, reports: Iterable[Report]) -> Iterator[Record]:
        """The records of many reports, in order, in constant memory."""
        for analysis in self.analyser.analyse_many(reports):
            yield self.read_analysis(analysis)

    def explain(self, report: Report) -> tuple[Record, tuple[Ground, ...]]:
        """The record of one report, and for its lines which rule or model made them, from which words."""
        [told] = [(self.read_analysis(a), tuple(a.grounds)) for a in self.analyser.analyse_many([report])]
        return told

    def read_analysis(self, analysis: Analysis, events: tuple[Frame, ...] | None = None) -> Record:
        """The record of an analysed report: one question after the other, each using the answers before.

        A question that fails is named in ``unanswered``, and loses none of the others. ``events`` are the event frames
        to code, where they are not to be proposed here (`reading.events`).
        """
        analysis = dated(analysis, self.knowledge)
        knowledge, asked = self.knowledge, Asked(analysis)
        times = asked("times", lambda: read_times(analysis)) or ()
        places = asked("places", lambda: read_places(analysis, knowledge)) or ()
        cast = asked("actors", lambda: read_actors(analysis, places, knowledge)) or Cast()
        statements = asked("statements", lambda: read_statements(analysis, times, cast, knowledge)) or ()
        contacts = asked("contacts", lambda: read_contacts(analysis, times, places, cast, statements, knowledge)) or ()
        positions = asked("positions", lambda: read_positions(analysis, cast, statements)) or ()
        assessments = asked("assessments", lambda: read_assessments(analysis, cast, statements, knowledge)) or ()
        coded = asked(
            "events", lambda: read_events(analysis, times, places, cast, statements, contacts, knowledge, events)
        )
        photos = asked("photos", lambda: read_photos(analysis, times, places, cast)) or analysis.report.photos
        return Record(
            reader=self.version,
            report=analysis.report.model_copy(update={"photos": photos}),
            times=times,
            places=places,
            actors=cast.actors,
            statements=statements,
            contacts=contacts,
            positions=positions,
            assessments=assessments,
            events=coded or (),
            unanswered=tuple(asked.failed),
        )


def reader_with(own: tuple[str, ...] = (), model: Path | None = None) -> Reader:
    """A reader that knows users' own actor files, and reads with the model in a folder (``None``: ours).

    Raises `DatelineError` where a file or the model cannot be read.
    """
    return Reader(load(own), Analyser(network=Network(model or WEIGHTS)))


@cache
def shared_reader() -> Reader:
    """The reader that `dateline.read` uses, made once."""
    return Reader()
