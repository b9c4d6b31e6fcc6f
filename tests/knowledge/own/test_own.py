"""Users' own actors: what their files say is known like what ours say; what cannot be read is told with its line."""

from __future__ import annotations

from datetime import date

import orjson
import pytest

from dateline.errors import UsageError
from dateline.knowledge import load
from dateline.knowledge.find import find_actors
from dateline.knowledge.own import read_own

DICTIONARY = """\
# made up
JOREN_VALLBY_  # a comment
+J._VALLBY_
\t[NORGOV 050101-091231]
\t[IGOUNO >20100101]
HARBOUR_LEAGUE_ [NORPTY]
ADA_QUIST_
\t[SWEGOV 9008223-911221]
\t[SWEGOV >911222]
LIGHTHOUSE_KEEPER [~LAB]
!PERSON! = MAN, WOMAN
FERRY!PERSON! [~LAB]
"""


@pytest.fixture(autouse=True)
def _own_cache(tmp_path, monkeypatch):
    monkeypatch.setenv("DATELINE_CACHE", str(tmp_path / "cache"))


@pytest.fixture
def dictionary(tmp_path):
    path = tmp_path / "actors.txt"
    path.write_text(DICTIONARY, encoding="utf-8")
    return path


def test_a_dictionary_has_people_bodies_and_roles(dictionary):
    own = read_own([dictionary])
    vallby = [t for t in own.tenures if t.name == "Joren Vallby"]
    assert [(t.code, t.period.start) for t in vallby] == [("NORGOV", date(2005, 1, 1)), ("IGOUNO", date(2010, 1, 1))]
    assert vallby[0].aliases == ("J. Vallby",)
    assert [(o.name, o.kind, o.country) for o in own.organisations] == [("Harbour League", "party", "NOR")]
    assert [r.phrase for r in own.roles] == ["lighthouse keeper", "ferryman", "ferrywoman"]


def test_a_date_that_is_none_is_told_with_its_line_and_the_actor_kept(dictionary):
    own = read_own([dictionary])
    assert [str(a) for a in own.aside] == [
        "actors.txt:8: code [SWEGOV 9008223-911221]: the date 9008223 is not YYMMDD or YYYYMMDD"
    ]
    assert [t.period.start for t in own.tenures if t.name == "Ada Quist"] == [date(1991, 12, 22)]


def test_what_a_file_says_is_looked_up_like_ours(dictionary):
    known = load((str(dictionary),))
    (then,) = find_actors("Vallby", known, date(2006, 1, 1))
    (later,) = find_actors("Vallby", known, date(2012, 1, 1))
    assert (then.country, later.country) == ("NOR", "UN")
    assert then.where == "actors.txt:2"


def test_names_that_we_know_keep_their_meaning(tmp_path):
    path = tmp_path / "mine.txt"
    path.write_text("FRANCE_ [DEU]\n", encoding="utf-8")
    assert {n.country for n in load((str(path),)).names.get("France")} == {"FRA"}


def test_a_kept_cache_gives_the_same(dictionary):
    first = find_actors("Vallby", load((str(dictionary),)))
    load.cache_clear()
    assert find_actors("Vallby", load((str(dictionary),))) == first


def test_entities_of_followthemoney(tmp_path):
    path = tmp_path / "peps.jsonl"
    rows = [
        {"id": "o", "schema": "Occupancy", "properties": {"holder": ["p"], "post": ["q"], "startDate": ["2015-02"]}},
        {"id": "p", "schema": "Person",
         "properties": {"name": ["Ada Quist"], "alias": ["A. Quist", "Ада"], "country": ["se"]}},
        {"id": "q", "schema": "Position", "properties": {"name": ["minister of fisheries"], "country": ["se"]}},
        {"id": "b", "schema": "PublicBody", "properties": {"name": ["Lighthouse Authority"], "country": ["no"]}},
    ]  # fmt: skip
    path.write_bytes(b"\n".join([*map(orjson.dumps, rows), b"not json", b""]))
    own = read_own([path])
    (quist,) = own.tenures
    assert (quist.country, quist.office, quist.period.start) == ("SWE", "minister of fisheries", date(2015, 2, 1))
    assert quist.aliases == ("A. Quist",)
    assert [o.name for o in own.organisations] == ["Lighthouse Authority"]
    assert [a.where for a in own.aside] == ["peps.jsonl:5"]


def test_a_table_of_ones_own(tmp_path):
    path = tmp_path / "mine.csv"
    path.write_text(
        "name,country,office,start,end,aliases,kind\n"
        "Ada Quist,SWE,envoy,2001,2005-06,A. Quist|Quist A.,\n"
        "Harbour League,NOR,,,,,party\n"
        "Bo,SWE,envoy,sometime,,,\n",
        encoding="utf-8",
    )
    own = read_own([path])
    assert [(t.name, t.period.end) for t in own.tenures] == [("Ada Quist", date(2005, 6, 30))]
    assert [o.kind for o in own.organisations] == ["party"]
    assert own.aside[0].where == "mine.csv:4"


def test_a_file_that_is_not_there_is_told():
    with pytest.raises(UsageError, match=r"nowhere\.txt: cannot be read"):
        read_own(["nowhere.txt"])


def test_the_phoenix_dictionaries_are_read_whole(shared_data):
    own = read_own(sorted((shared_data / "actors").glob("Phoenix.*.txt")))
    assert len(own.tenures) > 25_000
    assert len(own.organisations) > 9_000
    assert len(own.aside) < 40
