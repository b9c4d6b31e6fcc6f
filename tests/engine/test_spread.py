"""However reading is spread, the same lines come out in the same order, and one bad report stops nothing."""

import pytest

from dateline.engine import read_all
from dateline.engine.chunk import read_chunk
from dateline.errors import SetAside
from dateline.record import Record, Report

BODY = "The foreign minister of Finland met his Swedish counterpart in Oslo on Monday, a spokesman said. Number {}."


def reports(n):
    return [Report(id=str(i), published="2018-07-03", body=BODY.format(i)) for i in range(n)]


def test_a_pool_gives_what_one_process_gives():
    items = [*reports(70), SetAside("w.jsonl:71", "not JSON"), *reports(3)]
    alone = list(read_all(iter(items), jobs=1))
    pooled = list(read_all(iter(items), jobs=2))
    assert pooled == alone
    assert [Record.from_json(line).report.id for line in alone[:70]] == [str(i) for i in range(70)]
    assert alone[70] == items[70]


class FailsOn:
    """A reader that breaks on one report."""

    def __init__(self, reader, bad):
        self.reader, self.bad = reader, bad

    def read_many(self, reports):
        for report in reports:
            yield self.read(report)

    def read(self, report):
        if report.id == self.bad:
            raise RecursionError("too deep")
        return self.reader.read(report)


def test_a_report_that_breaks_the_reader_is_set_aside_alone(reader):
    lines = read_chunk(FailsOn(reader, "1"), reports(3))
    assert lines[1] == SetAside("1", "the reader failed: RecursionError: too deep")
    assert [Record.from_json(lines[i]).report.id for i in (0, 2)] == ["0", "2"]


@pytest.mark.parametrize("batch", [1, 2, 7])
def test_the_same_report_gives_the_same_bytes_in_any_company(reader, batch):
    ours = reports(7)
    alone = [reader.read(report).to_json() for report in ours]
    together = []
    for i in range(0, 7, batch):
        together += [record.to_json() for record in reader.read_many(ours[i : i + batch])]
    assert together == alone
