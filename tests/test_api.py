"""The Python API says the same things as the command line."""

import dateline
from dateline.reading.analysis import load_pipeline
from dateline.reading.component import DatelineComponent, make_component


def test_read_takes_a_text_or_a_report(examples):
    text = (examples / "telephone_call.txt").read_text(encoding="utf-8")
    record = dateline.read(text)
    assert record.report.source == "Example Wire"
    assert dateline.read(record.report.model_copy(update={"photos": ()})).contacts == record.contacts


def test_reader_streams(examples):
    reports = (dateline.Report(id=str(i), body=f"Minister {i} met the press on Monday.") for i in range(5))
    assert [r.report.id for r in dateline.Reader().read_many(reports)] == list("01234")


def test_as_a_spacy_component():
    assert make_component is not None
    nlp = load_pipeline()
    component = DatelineComponent(nlp)
    doc = nlp("President Vladimir Putin met US President Donald Trump in Helsinki on July 16, 2018.")
    assert component(doc)._.record == dateline.read(dateline.Report(id="doc", body=doc.text))
