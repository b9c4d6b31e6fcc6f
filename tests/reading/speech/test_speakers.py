"""Whose words they are: names, titles, pronouns, the unnamed, and those who speak together."""

from __future__ import annotations

import pytest

from dateline.reading.reader import Reader
from dateline.record import Report


def speakers(reader: Reader, body: str) -> list[tuple[str | None, str | None]]:
    report = Report(id="made-up", source="Example Wire", published="2023-05-10T12:00:00Z", body=body)
    return [(s.speaker.name, s.speaker.country) for s in reader.read(report).statements if s.act == "speech"]


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        (
            "Finland's Sanna Marin met Estonia's Juri Ratas in Turku. He said the ferry was late.",
            [("Juri Ratas", "EST")],
        ),
        (
            "Swiss President Simonetta Sommaruga met Latvian President Egils Levits in Bern. She said rain was near.",
            [("Simonetta Sommaruga", "CHE")],
        ),
        (
            "Latvian President Egils Levits met Swiss President Simonetta Sommaruga in Riga. She said rain was near.",
            [("Simonetta Sommaruga", "CHE")],
        ),
        (
            "Mr. Pavel Oru, Vanuatu's envoy, met Ms. Lea Tavo, Tonga's envoy, in Suva. She promised two boats.",
            [("Lea Tavo", "TON")],
        ),
    ],
)
def test_he_and_she_go_by_gender(reader: Reader, body: str, wanted: list[tuple[str, str]]) -> None:
    assert speakers(reader, body) == wanted


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        (
            'Danish Foreign Minister Lars Lokke Rasmussen came to Oslo. "We are glad," said his Norwegian counterpart, '
            "Anniken Huitfeldt.",
            ("Anniken Huitfeldt", "NOR"),
        ),
        (
            'Danish Prime Minister Mette Frederiksen came to Oslo. "We are glad," said her host, Norwegian Prime '
            "Minister Jonas Gahr Store.",
            ("Jonas Gahr Store", "NOR"),
        ),
        (
            'Danish Prime Minister Mette Frederiksen came to Oslo. "We are glad," her Norwegian counterpart, Jonas '
            "Gahr Store, said.",
            ("Jonas Gahr Store", "NOR"),
        ),
    ],
)
def test_a_counterpart_is_the_one_who_is_named(reader: Reader, body: str, wanted: tuple[str, str]) -> None:
    assert speakers(reader, body) == [wanted]


def test_an_official_is_no_minister_named_before(reader: Reader) -> None:
    body = (
        "Qatari Prime Minister Mohammed bin Abdulrahman Al Thani met an Israeli envoy in Doha. Israel wants more. "
        '"They did not stay long," the official told Example Wire.'
    )
    [(name, country)] = speakers(reader, body)
    assert (name, country) == ("official", None)


def test_the_official_is_the_one_told_of_before(reader: Reader) -> None:
    body = (
        "Russian Foreign Minister Sergei Lavrov came to Geneva. A White House official said the day had gone well. "
        "More would follow, the official added."
    )
    assert [name for name, _ in speakers(reader, body)] == ["A White House official"] * 2


@pytest.mark.parametrize("who", ["A diplomat", "Two officials", "A Western official"])
def test_the_unnamed_have_a_country_only_by_words(reader: Reader, who: str) -> None:
    body = f"Norway's prime minister flew from Oslo to Sweden to meet the Swedish king. {who} said the road was closed."
    assert [country for _, country in speakers(reader, body)] == [None]


def test_officials_are_of_the_one_country_the_report_is_about(reader: Reader) -> None:
    body = "Norway closed the road to Oslo. Norwegian trucks had to wait, Norway's police said. "
    body += "Officials said it was cold."
    assert speakers(reader, body)[-1] == ("Officials", "NOR")


def test_a_spokesman_for_somebody_is_not_that_person(reader: Reader) -> None:
    body = "A spokesman for Norwegian Prime Minister Erna Solberg said the road was open."
    [(name, country)] = speakers(reader, body)
    assert (name, country) == ("A spokesman", "NOR")


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("U.S. Ambassador to the United Nations Nikki Haley said the launch was wrong.", "Nikki Haley"),
        ("Gen. Lars Haugen, the deputy commander of the guards, said the tests would go on.", "Lars Haugen"),
        ("Italian envoy to Somalia Mario Verdi said it was time to help.", "Mario Verdi"),
        ("A professor at the harbour school in Bergen, Kari Lie, said the tide would turn.", "Kari Lie"),
    ],
)
def test_the_name_in_the_phrase_speaks(reader: Reader, body: str, name: str) -> None:
    assert [told for told, _ in speakers(reader, body)] == [name]


def test_who_is_whom_it_follows(reader: Reader) -> None:
    body = "Norwegian Prime Minister Erna Solberg, who said the road was open, drove to Hamar."
    assert speakers(reader, body) == [("Erna Solberg", "NOR")]


def test_a_surname_of_two_is_not_guessed(reader: Reader) -> None:
    body = "John Smith, Britain's envoy, met Adam Smith, Canada's envoy, in Oslo. \"We agree,\" Smith said."
    assert speakers(reader, body) == [("Smith", None)]


def test_two_who_speak_as_one_are_the_first_named(reader: Reader) -> None:
    body = (
        "President of Ukraine Volodymyr Zelenskyy had a phone conversation with French President Emmanuel Macron. "
        "The parties stressed the importance of grain. The leaders noted that the winter would be hard."
    )
    assert speakers(reader, body) == [("Volodymyr Zelenskyy", "UKR")] * 2


def test_an_office_is_its_holder_whom_the_report_names(reader: Reader) -> None:
    body = (
        "The President of Ukraine thanked Angela Merkel for the help. Volodymyr Zelenskyy left for Berlin. "
        "The head of the Ukrainian state said the harvest would be good."
    )
    assert speakers(reader, body) == [("Volodymyr Zelenskyy", "UKR")] * 2


def test_the_president_after_the_white_house_is_no_other_president(reader: Reader) -> None:
    body = (
        "Iranian President Ebrahim Raisi spoke in Tehran on Sunday. At the White House, staff worked late. "
        "The President ordered more ships to sail."
    )
    assert "IRN" not in [country for _, country in speakers(reader, body)]
