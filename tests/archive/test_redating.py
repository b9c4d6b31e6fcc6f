"""Reports given another date, or taken out: the archive is as if they had come so, or never."""

import pytest
from made_records import record_of

from dateline.archive import Archive
from dateline.errors import UsageError


def records(a="2018-07-17"):
    return [
        record_of("a", a, [{}], [("Aron Vale", "The talks went well.")]),
        record_of("b", "2018-07-18", [{}]),
        record_of("c", "2018-07-18", [{"date": "2018-09-01"}]),
    ]


def made(tmp_path, name, *given):
    with Archive(tmp_path / name) as archive:
        archive.add(*given)
        return archive.fingerprint()


def test_without_a_report_the_archive_is_as_if_it_had_never_come(tmp_path):
    with Archive(tmp_path / "one.db") as archive:
        archive.add(*records())
        archive.remove("a")
        assert archive.record("a") is None
        assert archive.fingerprint() == made(tmp_path, "two.db", *records()[1:])
        archive.remove("b", "c")
        assert not any(archive.counts().values())


def test_with_another_date_the_archive_is_as_if_it_had_come_so(tmp_path):
    again = record_of("a", "2018-07-19", [{}], body=records()[0].report.body)
    with Archive(tmp_path / "one.db") as archive:
        archive.add(*records())
        archive.renew(again)
        assert archive.record("a") == again
        assert archive.fingerprint() == made(tmp_path, "two.db", again, *records()[1:])


def test_decisions_outlive_another_date_and_a_removal(tmp_path):
    first = record_of("a", "2018-07-17", [{}], [("Aron Vale", "The talks went well.")])
    again = record_of("a", "2018-07-19", [{}], [("Aron Vale", "The talks went well.")], body=first.report.body)
    with Archive(tmp_path / "one.db") as archive:
        archive.add(first)
        (line,) = archive.statements()
        archive.judge(line["id"], "accept", "desk")
        archive.renew(again)
        assert [line["judged"] for line in archive.statements()] == ["accept"]
        archive.remove("a")
        assert len(list(archive.decisions())) == 1
        archive.add(again)
        assert [line["judged"] for line in archive.statements()] == ["accept"]


def test_what_is_not_there_is_told_and_nothing_is_done(tmp_path):
    with Archive(tmp_path / "one.db") as archive:
        archive.add(*records())
        before = archive.fingerprint()
        with pytest.raises(UsageError, match="no report 'x'"):
            archive.remove("a", "x")
        with pytest.raises(UsageError, match="no report 'x'"):
            archive.renew(record_of("x", "2018-07-19"))
        assert archive.fingerprint() == before


def test_one_text_of_one_day_is_one_report(tmp_path):
    body = "The ministers told reporters about their dealings again."
    first, second = (record_of(name, day, [{}], body=body) for name, day in (("a", "2018-07-17"), ("b", "2018-07-18")))
    second = second.model_copy(update={"report": second.report.model_copy(update={"headline": "a"})})
    with Archive(tmp_path / "one.db") as archive:
        archive.add(first, second)
        twin = record_of("b", "2018-07-17", [{}], body=body)
        twin = twin.model_copy(update={"report": twin.report.model_copy(update={"headline": "a"})})
        with pytest.raises(UsageError, match="as 'a'"):
            archive.renew(twin)


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31", "0001-01-01T00:30:00Z"])
def test_reports_of_the_calendars_ends_are_kept(tmp_path, published):
    with Archive(tmp_path / "one.db") as archive:
        archive.add(
            record_of("a", published, [{"date": None}]), record_of("b", published, [{}], body="They met again.")
        )
        assert archive.counts()["reports"] == 2
        assert len(list(archive.contacts())) >= 1
        assert archive.views.latest_day() is None
