"""How a report becomes a record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from dateline import __version__
from dateline.knowledge import Knowledge, load
from dateline.model.frames import Frame
from dateline.reading.actors import read_actors
from dateline.reading.analysis import Analyser, Analysis
from dateline.reading.assessments import read_assessments
from dateline.reading.contacts import read_contacts
from dateline.reading.events import read_events
from dateline.reading.grounds import Ground
from dateline.reading.photos import read_photos
from dateline.reading.places import read_places
from dateline.reading.positions import read_positions
from dateline.reading.stances.weighing import load_weights
from dateline.reading.statements import read_statements
from dateline.reading.times import read_times
from dateline.record import Record, Report


class Reader:
    """Reads reports into records. The same report and version give the same record, byte for byte."""

    def __init__(self, knowledge: Knowledge | None = None, analyser: Analyser | None = None) -> None:
        self.knowledge = knowledge or load()
        self.analyser = analyser or Analyser()
        self.version = f"{__version__}+{self.analyser.version}.{load_weights().version}"

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

        ``events`` are the event frames to code, where they are not to be proposed here (`reading.events`).
        """
        knowledge = self.knowledge
        times = read_times(analysis)
        places = read_places(analysis, knowledge)
        cast = read_actors(analysis, places, knowledge)
        statements = read_statements(analysis, times, cast, knowledge)
        contacts = read_contacts(analysis, times, places, cast, statements, knowledge)
        positions = read_positions(analysis, cast, statements, knowledge)
        assessments = read_assessments(analysis, cast, statements, knowledge)
        coded = read_events(analysis, times, places, cast, statements, contacts, knowledge, events)
        photos = read_photos(analysis, times, places, cast)
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
            events=coded,
        )


@cache
def shared_reader() -> Reader:
    """The reader that `dateline.read` uses, made once."""
    return Reader()
