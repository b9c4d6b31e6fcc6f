"""From frames to events: whose codes, which day, which place; frames are made by hand over small texts."""

import pytest

from dateline.model.frames import Frame
from dateline.record import Report, Span


def span(body, words):
    start = body.index(words)
    return Span(part="body", start=start, end=start + len(words))


def frame(body, trigger, event, cameo, who=(), whom=(), mode=""):
    return Frame(
        kind="event",
        trigger=span(body, trigger),
        roles={"who": tuple(span(body, words) for words in who), "whom": tuple(span(body, words) for words in whom)},
        labels={"event": event, "mode": mode, "cameo": cameo},
    )


@pytest.fixture
def code(reader):
    def coded(body, *frames, **report):
        told = Report(id="t", body=body, **{"published": "2018-07-03"} | report)
        [found] = [reader.read_analysis(a, events=frames).events for a in reader.analyser.analyse_many([told])]
        return found

    return coded


def one(events, cameo):
    (event,) = [event for event in events if event.cameo == cameo]
    return event


@pytest.mark.parametrize(
    ("body", "trigger", "event", "cameo", "who", "whom", "expected"),
    [
        # a state that attacks is its army, one that asks its government; what is hit is the country
        ("Turkey shelled Syria.", "shelled", "ASSAULT", "194", ["Turkey"], ["Syria"], (["TURMIL"], ["SYR"])),
        ("Turkey urged Syria to talk.", "urged", "REQUEST", "105", ["Turkey"], ["Syria"], (["TURGOV"], ["SYRGOV"])),
        ("Turkey fired two missiles.", "fired", "MOBILIZE", "150", ["Turkey"], [], (["TURMIL"], [])),
        # people who are only described have the sector of their noun, and the country that their words name
        (
            "Israeli soldiers killed two Palestinian fishermen.", "killed", "ASSAULT", "180",
            ["Israeli soldiers"], ["two Palestinian fishermen"], (["ISRMIL"], ["PSECVL"]),
        ),
        ("Rebels in Mali freed a man.", "freed", "RETREAT", "0841", ["Rebels"], ["a man"], (["MLIREB"], ["MLICVL"])),
        (
            "Thousands of people marched in Zagreb.", "marched", "PROTEST", "141",
            ["Thousands of people"], [], (["HRVCVL"], []),
        ),
        # nobody's country: several states, and organisations by their acronym
        ("France asked donors to help.", "asked", "REQUEST", "103", ["France"], ["donors"], (["FRAGOV"], ["---GOV"])),
        ("NATO warned Russia.", "warned", "THREATEN", "130", ["NATO"], ["Russia"], (["IGONATO"], ["RUSGOV"])),
        (
            "The United Nations praised Chad.", "praised", "SUPPORT", "051",
            ["The United Nations"], ["Chad"], (["IGOUNO"], ["TCDGOV"]),
        ),
        (
            "U.S. and South Korean troops began a drill.", "drill", "COOPERATE", "062",
            ["U.S. and South Korean troops"], [], (["USAMIL", "KORMIL"], []),
        ),
    ],
)  # fmt: skip
def test_codes_of_sides(code, body, trigger, event, cameo, who, whom, expected):
    told = one(code(body, frame(body, trigger, event, cameo, who, whom)), cameo)
    assert (set(told.actors), set(told.recipients)) == (set(expected[0]), set(expected[1]))


def test_an_attack_by_nobody_named_is_laid_at_nobodys_door(code):
    body = "Georgia praised Armenia. The attack killed a Georgian guard."
    praise = frame(body, "praised", "SUPPORT", "051", ["Georgia"], ["Armenia"])
    told = one(code(body, praise, frame(body, "attack", "ASSAULT", "190", [], ["a Georgian guard"])), "190")
    assert told.actors == ("---",)


def test_the_two_leaders_are_those_who_met(code):
    who, whom = "French President Emmanuel Macron", "Egyptian President Abdel Fattah al-Sisi"
    body = f"{who} met {whom}. The two leaders agreed to work together."
    met = frame(body, "met", "CONSULT", "040", [who], [whom])
    told = code(body, met, frame(body, "agreed", "AGREE", "030", ["The two leaders"]))
    assert set(one(told, "030").actors) == {"FRAGOV", "EGYGOV"}
    assert [event.cameo for event in told].count("040") == 1  # the contact is the same encounter


def test_i_in_a_quotation_is_the_speaker(code):
    body = '"I thank Italy for its help," Greek Prime Minister Alexis Tsipras said.'
    assert one(code(body, frame(body, "thank", "SUPPORT", "051", ["I"], ["Italy"])), "051").actors == ("GRCGOV",)


def test_arrests_without_a_doer_are_the_polices(code):
    body = "Ten people were held in Lyon."
    told = one(code(body, frame(body, "held", "COERCE", "173", [], ["Ten people"], "arrest")), "173")
    assert (told.actors, told.recipients) == (("FRACOP",), ("FRACVL",))


def test_the_day_of_its_clause_is_an_events_day(code):
    body = "Chad attacked Sudan on Sunday. Chad said on Monday that it had built a road."
    assert one(code(body, frame(body, "attacked", "ASSAULT", "190", ["Chad"], ["Sudan"])), "190").date == "2018-07-01"


def test_weeks_are_no_days(code):
    body = "Chad has given Sudan food since last week."
    assert one(code(body, frame(body, "given", "AID", "073", ["Chad"], ["Sudan"])), "073").date is None


def test_the_place_is_that_of_the_clause(code):
    body = "Police broke up a rally in Nairobi."
    told = one(code(body, frame(body, "broke up", "COERCE", "175", ["Police"], ["a rally"])), "175")
    assert told.place is not None
    assert told.place.country == "KEN"


def test_one_action_told_twice_is_one_event(code):
    body = "Chad bombed Sudan on Sunday. Chad bombed Sudan, witnesses said."
    again = Span(part="body", start=body.rindex("bombed"), end=body.rindex("bombed") + 6)
    first = frame(body, "bombed", "ASSAULT", "195", ["Chad"], ["Sudan"])
    told = code(body, first, Frame("event", again, first.roles, first.labels))
    assert len([event for event in told if event.event == "ASSAULT"]) == 1
