"""Who a name means: by spelling, by title, by country, on a day; and nobody where two are as likely."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.knowledge import load
from dateline.knowledge.find import find_actors
from dateline.knowledge.lexicon import Lexicon
from dateline.knowledge.naming import fold, rough, words_of
from dateline.knowledge.offices import Tenure
from dateline.knowledge.people import People, same_office
from dateline.knowledge.tables import Period


def people(*rows: tuple[str, str, str, str, str]) -> People:
    return People((Tenure(n, c, o, Period.parse(s, e)) for n, c, o, s, e in rows), Lexicon())


IVANOVS = people(
    ("Sergei Ivanov", "RUS", "defence minister", "2001-03-28", "2007-02-15"),
    ("Igor Ivanov", "RUS", "foreign minister", "1998-09-11", "2004-03-09"),
)


def test_two_of_one_name_are_told_apart_by_office():
    found = IVANOVS.find(["ivanov"], date(2003, 1, 1), "RUS", "foreign minister")
    assert found is not None
    assert found.name == "Igor Ivanov"


def test_two_of_one_name_in_office_that_day_are_left_open():
    assert IVANOVS.find(["ivanov"], date(2003, 1, 1), "RUS") is None


def test_the_day_decides_where_only_one_was_in_office():
    found = IVANOVS.find(["ivanov"], date(2006, 1, 1), "RUS")
    assert found is not None
    assert found.name == "Sergei Ivanov"


@pytest.mark.parametrize("spelling", ["Gaddafi", "Qadhafi", "Kadafi", "Kaddafi", "Qaddafi"])
def test_spellings_of_one_name(spelling):
    table = people(("Moammar Gaddafi", "LBY", "leader", "1969", "2011"))
    assert table.find(list(words_of(spelling)), date(2000, 1, 1), "LBY") is not None


def test_a_given_name_that_differs_is_another_person():
    assert IVANOVS.find(["pyotr", "ivanov"], date(2003, 1, 1)) is None


@pytest.mark.parametrize("name", ["Oscar Arias Sanchez", "Oscar Arias, Jr.", "Oscar Arias"])
def test_what_follows_a_surname_does_not_hide_it(name):
    table = people(("Oscar Arias", "CRI", "president", "1986-05-08", "1990-05-08"))
    assert table.find(words_of(name), date(1988, 1, 1), "CRI") is not None


def test_a_mothers_surname_alone_is_nobodys():
    table = people(("Oscar Arias", "CRI", "president", "1986-05-08", "1990-05-08"))
    assert table.find(words_of("Pedro Arias Sanchez"), date(1988, 1, 1), "CRI") is None


def test_given_names_that_share_only_the_family_are_two_people():
    table = people(
        ("Kim Jong Il", "PRK", "chairman", "1993", "2011"), ("Kim Yong Il", "PRK", "premier", "2007", "2010")
    )
    found = table.find(words_of("Kim Yong Il"), date(2008, 1, 1), "PRK")
    assert found is not None
    assert found.name == "Kim Yong Il"


@pytest.mark.parametrize(
    ("held", "title", "same"),
    [
        ("president", "president", True),
        ("president", "vice president", False),
        ("foreign minister", "deputy foreign minister", False),
        ("president of the commission", "president", True),
    ],
)
def test_titles_and_offices(held, title, same):
    assert same_office(held, title) is same


def test_words_of_names():
    assert words_of("Ban Ki-moon") == ("ban", "ki", "moon")
    assert words_of("People's Republic of China") == ("people", "s", "republic", "of", "china")
    assert fold("U.S.") == "us"
    assert fold("Élysée") == "elysee"
    assert rough("Yeltsin") == rough("Jeltsin")


def test_a_lookup_answers_with_office_country_code_and_row():
    (lavrov,) = [f for f in find_actors("Lavrov", load(), date(2018, 7, 2)) if f.country == "RUS"]
    assert (lavrov.name, lavrov.office, lavrov.code) == ("Sergei Lavrov", "foreign minister", "RUSGOV")
    assert lavrov.where.startswith("offices/")


def test_a_word_for_a_government_means_what_it_meant_that_day():
    assert {f.country for f in find_actors("Bonn", load(), date(1995, 1, 1))} == {"DEU"}
    assert {f.country for f in find_actors("Kremlin", load(), date(2018, 7, 2))} == {"RUS"}


OFFICES_OVER_TIME = people(
    ("Ivan Petrov", "RUS", "ambassador to france", "1998", "2008"),
    ("Ivan Petrov", "RUS", "presidential aide", "2012", ""),
    ("Anna Lind", "SWE", "prime minister", "2010", "2014"),
    ("Karl Berg", "SWE", "prime minister", "2014", ""),
    ("Karl Berg", "SWE", "party leader", "2010", ""),
    ("Otto Berg", "AUT", "mayor", "2010", ""),
    ("Mehmet Demir", "TUR", "foreign minister", "2015", "2023"),
    ("Paul Kent", "USA", "secretary of state", "2017", "2021"),
)


def test_without_a_day_the_latest_office_counts():
    petrov = OFFICES_OVER_TIME.find(["ivan", "petrov"])
    assert petrov is not None
    assert petrov.office(None).office == "presidential aide"
    assert petrov.office(date(2000, 1, 1)).office == "ambassador to france"
    assert petrov.office(None, "ambassador").office == "ambassador to france"
    assert [p.name for p in OFFICES_OVER_TIME.holders("SWE", "prime minister", None)] == ["Karl Berg"]


def test_who_governs_is_known_by_the_surname_alone():
    assert OFFICES_OVER_TIME.principal("berg", date(2016, 1, 1)).name == "Karl Berg"
    assert OFFICES_OVER_TIME.principal("berg", date(2012, 1, 1)) is None
    assert OFFICES_OVER_TIME.principal("petrov", date(2016, 1, 1)) is None


def test_a_counterpart_holds_the_office_of_the_same_rank():
    on = date(2018, 7, 1)
    assert OFFICES_OVER_TIME.counterpart("secretary of state", "TUR", on).name == "Mehmet Demir"
    assert OFFICES_OVER_TIME.counterpart("foreign minister", "USA", on).name == "Paul Kent"
    assert OFFICES_OVER_TIME.counterpart("chancellor", "SWE", on).name == "Karl Berg"
    assert OFFICES_OVER_TIME.counterpart("foreign minister", "SWE", on) is None
