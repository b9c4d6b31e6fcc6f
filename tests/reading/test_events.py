"""Who did what to whom: the sentences that made the rules of event coding necessary."""

import pytest

from dateline.reading import events as coding
from dateline.record import Report


@pytest.fixture(autouse=True)
def _tables_alone(monkeypatch):
    """What is tested here is the tables: the model's frames change with its training."""
    monkeypatch.setattr(coding, "PROPOSER", "tables")


def events(reader, body, **report):
    return reader.read(Report(id="t", body=body, **{"published": "2018-07-03"} | report)).events


def told(reader, body):
    """(event, CAMEO code, first three letters of the actors, of the recipients) of a one-event text."""
    return [
        (e.event, e.cameo, tuple(c[:3] for c in e.actors), tuple(c[:3] for c in e.recipients))
        for e in events(reader, body)
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Russia condemned Ukraine over the decision.", ("ACCUSE", "111", "RUS", "UKR")),
        ("Turkey has imposed sanctions on Syria.", ("SANCTION", "163", "TUR", "SYR")),
        ("Israeli soldiers arrested five Palestinians on Monday.", ("COERCE", "173", "ISR", "PSE")),
        ("France will send food aid to Lebanon.", ("AGREE", "033", "FRA", "LBN")),
        ("France sent food aid to Lebanon.", ("AID", "070", "FRA", "LBN")),
        ("Iran refused to release the British sailors.", ("REJECT", "1243", "IRN", "GBR")),
        ("Egypt threatened to break relations with Sudan.", ("THREATEN", "1313", "EGY", "SDN")),
        ("China urged Japan to withdraw its troops.", ("REQUEST", "1056", "CHN", "JPN")),
        ("France has promised to continue military aid to Mozambique.", ("AGREE", "033", "FRA", "MOZ")),
        ("Iran agreed to withdraw its troops from Iraq.", ("AGREE", "0356", "IRN", "IRQ")),
        ("Germany suspended aid to Belarus.", ("SANCTION", "162", "DEU", "BLR")),
        ("The United States gave Nepal 30 million U.S. dollars.", ("AID", "071", "USA", "NPL")),
        (
            "French senator Luc Bray called on French Interior Minister Nicolas Sarkozy to resign.",
            ("REQUEST", "100", "FRA", "FRA"),
        ),
        ("Turkey will not allow the United States to use its bases.", ("REJECT", "124", "TUR", "USA")),
        ("Serbia said it would not free the Croatian prisoners.", ("REJECT", "1243", "SRB", "HRV")),
    ],
)
def test_verbs_their_operators_and_their_sides(reader, body, expected):
    event, cameo, actor, recipient = expected
    assert (event, cameo, (actor,), (recipient,)) in told(reader, body)


def test_a_passive_turns_the_sides(reader):
    assert ("ASSAULT", ("RUS",), ("UKR",)) in [
        (event, actors, recipients)
        for event, _, actors, recipients in told(reader, "Ukraine was attacked by Russia on Sunday.")
    ]


def test_a_threat_is_an_intent_with_terms(reader):
    (event, *_), *_ = told(reader, "Nigeria will withdraw its troops from Chad unless a truce is signed.")
    assert event == "THREATEN"


def test_must_said_by_somebody_is_a_demand(reader):
    body = "British Foreign Secretary Boris Johnson said on Monday that Russia must withdraw its troops."
    assert ("REQUEST", ("GBR",), ("RUS",)) in [(e, a, r) for e, _, a, r in told(reader, body)]


def test_what_another_tells_is_marked_as_reported(reader):
    (event,) = events(reader, "Iraqi officials said Turkey attacked Syria.")
    assert "reported" in event.contexts
    (own,) = events(reader, "Iran said it arrested two British sailors.")
    assert "reported" not in own.contexts


def test_what_did_not_happen_is_not_coded(reader):
    assert not [e for e in events(reader, "Russia did not attack Ukraine.") if e.event == "ASSAULT"]


def test_the_same_action_told_twice_is_one_event(reader):
    body = "Turkey attacked Syria.\n\nOn Monday, Turkey attacked Syria."
    assert len([e for e in events(reader, body) if e.event == "ASSAULT"]) == 1


def test_sentences_without_known_sides_are_no_events(reader):
    assert not events(reader, "The storm attacked the coast and destroyed houses.")


def test_an_event_takes_the_day_of_its_sentence(reader):
    (event,) = events(reader, "Turkey attacked Syria on Sunday.")
    assert event.date == "2018-07-01"
    assert event.evidence[0].part == "body"


@pytest.mark.parametrize(
    "body",
    [
        "Russia insists its nuclear programme is peaceful.",
        "The French group has tried to join the London exchange.",
        "British fans captured the attention of Germany.",
        "Germany refused to comment on the report about Poland.",
        "The plan would allow Turkey to attack Syria.",
        "Russia could impose sanctions on Georgia.",
        "Will Russia impose sanctions on Georgia?",
        "Chinese officials warned that a storm might strike Japan.",
        "The U.S. currency attacked a new high against Japan's.",
    ],
)
def test_what_is_only_said_possible_or_figurative_is_no_event(reader, body):
    assert not events(reader, body)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Three Lebanese soldiers were killed in an Israeli air strike.", ("ASSAULT", "190", "ISR", "LBN")),
        ("France accused Syria of torture.", ("ACCUSE", "1122", "FRA", "SYR")),
        ("Norway wants Sweden to release the Danish prisoners.", ("REQUEST", "1053", "NOR", "SWE")),
        ("Russia rejected a proposal by Poland.", ("REJECT", "120", "RUS", "POL")),
        ("Poland warned Belarus not to cross the river.", ("THREATEN", "130", "POL", "BLR")),
    ],
)
def test_who_does_it_and_to_whom_is_read_from_the_verb_s_own_places(reader, body, expected):
    event, cameo, actor, recipient = expected
    assert (event, cameo, (actor,), (recipient,)) in told(reader, body)


def test_a_report_of_sport_tells_no_deeds(reader):
    body = "England attacked Spain in the football final. The coach praised the team after the match and the title."
    assert not events(reader, body)


def test_an_event_takes_the_place_that_its_clause_names(reader):
    (event,) = events(reader, "Turkish police arrested two French journalists in Ankara.")
    assert event.place is not None
    assert event.place.name == "Ankara"


@pytest.mark.parametrize(
    ("body", "unlike"),
    [
        ("The State Department would not say whether the United States supported Lebanon.", "SUPPORT"),
        ("Sudan was declared a partner in March by an Egyptian court.", "PROTEST"),
        ("The Japanese government has set up a special office in Kenya.", "PROTEST"),
        ("Haniya had cut short his first foreign trip to deal with rising tensions in Gaza.", "SANCTION"),
        ("The French minister rejected any link between the visit and the Turkish elections.", "REJECT"),
    ],
)
def test_words_that_only_look_like_an_act_are_none(reader, body, unlike):
    assert unlike not in [event for event, *_ in told(reader, body)]


def test_who_is_attacked_and_where_is_not_who_attacks(reader):
    body = "Two suicide attacks on Polish troops in eastern Iraq killed at least 56 people."
    assert all(actors == () for _, _, actors, _ in told(reader, body))


def test_by_whom_a_plea_is_made_is_not_who_rejects_it(reader):
    (event,) = events(reader, "Egypt's supreme court on Tuesday rejected a plea by Sudan for an earlier hearing.")
    assert event.actors[0].startswith("EGY")


def test_a_suicide_bomber_attacks_and_does_not_destroy(reader):
    (event,) = events(reader, "A Taliban bomber blew himself up near Afghan soldiers on Tuesday.")
    assert (event.event, event.cameo) == ("ASSAULT", "1831")


def test_going_on_with_abuses_is_no_promise(reader):
    assert not [e for e in events(reader, "The Chinese government continues to commit abuses.") if e.event == "AGREE"]


def test_leaving_talks_is_no_withdrawal_of_troops(reader):
    named = [event for event, *_ in told(reader, "North Korea pulled out of the talks with Japan on Monday.")]
    assert "REJECT" in named
    assert "RETREAT" not in named


def test_those_told_of_in_a_describing_clause_are_no_recipients(reader):
    body = "Peru agreed to return to the talks, which also involve China and Japan."
    assert [recipients for event, cameo, _, recipients in told(reader, body) if cameo != "036"] == [()]


def test_what_two_sign_or_agree_is_an_accord_not_a_meeting(reader):
    body = "The United States and Colombia signed a trade agreement on Wednesday."
    assert [event for event, *_ in told(reader, body)] == ["SUPPORT"]


def test_a_participle_s_demand_is_made_to_whom_the_clause_names(reader):
    body = "The Chinese embassy made strong representations to the Malaysian government, demanding an inquiry."
    assert ("REQUEST", ("CHN",), ("MYS",)) in [(e, a, r) for e, _, a, r in told(reader, body)]


def test_the_government_is_a_state_s_not_an_organisation_s(reader):
    body = "KHARTOUM -- The African Union sent observers to Sudan.\n\nThe rebels threatened to quit the government."
    assert not [c for e in events(reader, body) for c in (*e.actors, *e.recipients) if c.startswith("AU")]


def test_from_where_organisations_sit_the_government_is_that_of_the_country_told_of(reader):
    body = "The World Food Programme urged the authorities to let its convoys into eastern Chad."
    (event,) = events(reader, body, dateline="GENEVA, July 3")
    assert event.recipients == ("TCDGOV",)


def test_those_at_talks_are_coded_by_their_sector(reader):
    (event,) = events(reader, "Peruvian rebels held talks with Peruvian officials in Lima.")
    assert {*event.actors, *event.recipients} == {"PERREB", "PERGOV"}
