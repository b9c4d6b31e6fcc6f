"""Who met whom, in small reports written for the purpose: one for each family of rules."""

import pytest

from dateline.intake.stream import report_of
from dateline.record import Photo, Report


@pytest.fixture(scope="module")
def read(reader):
    """Reads a body filed in Cairo on Wednesday, 8 November 2006, into its contacts."""

    def contacts(body, dateline="CAIRO, Nov. 8, 2006 (AFP)", **fields):
        report = Report(id="made-up", dateline=dateline, published="2006-11-08", body=body, **fields)
        return reader.read(report).contacts

    return contacts


def names(contact):
    return {p.name for p in contact.participants}


def countries(contact):
    return {p.country for p in contact.participants}


def only(contacts, kind):
    found = [c for c in contacts if c.kind == kind]
    assert len(found) == 1, [(c.kind, c.status, names(c)) for c in contacts]
    return found[0]


def test_a_meeting_told_by_its_verb(read):
    contact = only(
        read("Egyptian President Hosni Mubarak met French President Jacques Chirac here on Tuesday."), "meeting"
    )
    assert (contact.status, contact.date, contact.place.name) == ("held", "2006-11-07", "Cairo")
    assert names(contact) == {"Hosni Mubarak", "Jacques Chirac"}


def test_the_side_at_home_is_the_host(read):
    contact = only(
        read("Egyptian President Hosni Mubarak met French President Jacques Chirac here on Tuesday."), "meeting"
    )
    assert {p.name: p.role for p in contact.participants} == {"Hosni Mubarak": "host", "Jacques Chirac": "principal"}


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        ("President George W. Bush will visit Egypt next week, the White House said.", "visit", "scheduled"),
        ("President George W. Bush has cancelled a visit to Egypt.", "visit", "cancelled"),
        ("President George W. Bush has postponed a visit to Egypt.", "visit", "postponed"),
        ("French President Jacques Chirac invited President George W. Bush to visit France.", "visit", "proposed"),
        ("Israel and Syria refused to hold talks in Geneva.", "negotiation", "refused"),
        ("French President Jacques Chirac telephoned President George W. Bush on Monday.", "call", "held"),
        ("French President Jacques Chirac sent a letter to President George W. Bush.", "letter", "held"),
        ("Negotiations between Fatah and Hamas resumed in Gaza City on Tuesday.", "negotiation", "ongoing"),
        ("Nepal's government and Maoist rebels will hold talks in Kathmandu next week.", "negotiation", "scheduled"),
        ("Peace talks between Israel and Syria opened in Geneva on Wednesday.", "negotiation", "ongoing"),
    ],
)
def test_kind_and_status(read, body, kind, status):
    assert [(c.kind, c.status) for c in read(body)] == [(kind, status)]


def test_one_encounter_is_one_contact_however_often_it_is_told(read):
    contacts = read(
        "Egyptian President Hosni Mubarak held talks with French President Jacques Chirac here on Tuesday. "
        "The meeting lasted two hours. After the talks, the two leaders left by a side door."
    )
    assert len(contacts) == 1
    assert len(contacts[0].evidence) == 3


def test_two_who_are_met_apart_are_two_contacts(read):
    contacts = read(
        "French President Jacques Chirac met Egyptian President Hosni Mubarak on Tuesday. "
        "Chirac met Israeli Prime Minister Ehud Olmert on Monday."
    )
    assert [(c.date, countries(c)) for c in contacts] == [
        ("2006-11-07", {"FRA", "EGY"}),
        ("2006-11-06", {"FRA", "ISR"}),
    ]


def test_an_arrival_is_a_visit_under_way_with_its_length(read):
    contact = only(read("French President Jacques Chirac arrived here Tuesday for a three-day visit."), "visit")
    assert (contact.status, contact.date, contact.duration) == ("ongoing", "2006-11-07/2006-11-09", "P3D")
    assert countries(contact) == {"FRA", "EGY"}


def test_a_visit_to_two_states_is_two_visits(read):
    contacts = read("French President Jacques Chirac will visit Jordan and Lebanon in December.")
    assert [c.place.country for c in contacts] == ["JOR", "LBN"]


def test_a_gathering_of_an_organisation_stands_by_itself(read):
    contact = only(read("A summit of the European Union will be held in Brussels on December 14 and 15."), "summit")
    assert (contact.status, contact.place.name, contact.date) == ("scheduled", "Brussels", "2006-12-14/2006-12-15")


def test_a_process_known_by_its_number_has_its_parties(read):
    contact = only(read("The six-party talks will resume in Beijing on Monday."), "negotiation")
    assert countries(contact) == {"CHN", "PRK", "USA", "KOR", "RUS", "JPN"}


def test_who_announced_it_and_when(read):
    body = "The White House announced on Monday that President George W. Bush will meet Mr. Chirac in Paris on Nov. 20."
    announced = read(body)[0].announced
    assert (announced.date, announced.by) == ("2006-11-06", ("White House",))


def test_a_caption_tells_of_contacts_too(read):
    photo = Photo(
        caption="French President Jacques Chirac (L) meets Egyptian President Hosni Mubarak in Cairo on Tuesday."
    )
    contact = only(read("Shares rose in Paris.", photos=(photo,)), "meeting")
    assert (contact.date, contact.evidence[0].part) == ("2006-11-07", "caption:0")


@pytest.mark.parametrize(
    "body",
    [
        "The new cars meet European standards, the company said.",
        "The cabinet met on Tuesday to discuss the budget.",
        "France plays Egypt on Friday, and the winner will meet Ghana in the final.",
        "The six-party talks remain the best way forward.",
        "Opposition leader Ranil Wickremesinghe met President Chandrika Kumaratunga of Sri Lanka on Tuesday.",
        "France hoped to enhance dialogue with China.",
    ],
)
def test_what_is_no_contact(read, body):
    assert read(body) == ()


def test_evidence_is_whole_sentences_without_blanks_around(read):
    body = "Egyptian President Hosni Mubarak met French President Jacques Chirac on Tuesday.\n\nShares rose."
    (span,) = read(body)[0].evidence
    assert body[span.start : span.end] == body.splitlines()[0]


def test_a_call_is_at_no_place(reader, examples):
    record = reader.read(report_of((examples / "telephone_call.txt").read_text(encoding="utf-8")))
    assert [contact.place for contact in record.contacts if contact.kind == "call"] == [None]


@pytest.mark.parametrize(
    ("body", "kind", "status", "people"),
    [
        (
            "French President Jacques Chirac, received by Egyptian President Hosni Mubarak, praised the city.",
            "meeting",
            "held",
            {"Hosni Mubarak", "Jacques Chirac"},
        ),
        (
            "French President Jacques Chirac told reporters following talks with Egyptian leaders of it.",
            "meeting",
            "held",
            {"Jacques Chirac", "Egyptian leaders"},
        ),
        (
            "A meeting between Jacques Chirac, who is President of France, and Hosni Mubarak, President of Egypt, "
            "was held in Cairo.",
            "meeting",
            "held",
            {"Jacques Chirac", "Hosni Mubarak"},
        ),
        (
            "Chinese and Japanese foreign ministers will hold a meeting in Tokyo next week.",
            "meeting",
            "scheduled",
            {"Chinese foreign minister", "Japanese foreign minister"},
        ),
        (
            "The deal signed between Egypt and France in May covers trade.",
            "meeting",
            "held",
            {"Egypt", "France"},
        ),
        (
            "French President Jacques Chirac and Egyptian President Hosni Mubarak gave a joint press conference with "
            "German Chancellor Angela Merkel.",
            "meeting",
            "held",
            {"Jacques Chirac", "Hosni Mubarak", "Angela Merkel"},
        ),
        (
            "The United States is in talks with Romania over bases.",
            "negotiation",
            "ongoing",
            {"United States", "Romania"},
        ),
    ],
)
def test_who_takes_part_however_it_is_put(read, body, kind, status, people):
    contact = only(read(body), kind)
    assert (contact.status, names(contact)) == (status, people)


def test_the_visitor_is_understood_later_on(read):
    body = (
        "French President Jacques Chirac arrived in Cairo on Wednesday. "
        "A meeting with Hosni Mubarak, the Egyptian president, is set for Thursday."
    )
    assert names(only(read(body), "meeting")) == {"Jacques Chirac", "Hosni Mubarak"}


def test_two_people_of_one_state_pay_two_visits(read):
    body = (
        "French President Jacques Chirac will visit Egypt in December. "
        "French Prime Minister Dominique de Villepin will visit Egypt in December."
    )
    assert len(read(body)) == 2


def test_a_length_and_a_first_day_make_a_range(read):
    contact = only(read("French President Jacques Chirac begins a week-long visit to China on Friday."), "visit")
    assert contact.date == "2006-11-10/2006-11-16"


def test_what_came_after_visits_has_another_day(read):
    visits = read(
        "French President Jacques Chirac returned to Paris on Wednesday after visits to Egypt and Kenya.",
        "PARIS, Nov. 8, 2006 (AFP)",
    )
    assert {(c.kind, c.date) for c in visits} == {("visit", None)}


def test_talks_told_where_somebody_arrived_are_there(read):
    body = "French President Jacques Chirac arrived in Beijing on Sunday where he met Chinese Premier Wen Jiabao."
    assert only(read(body), "meeting").place.name == "Beijing"


@pytest.mark.parametrize(
    "body",
    [
        "Former Zambian President Frederick Chiluba left for South Africa for medical treatment.",
        "French President Jacques Chirac invited Egypt and Kenya to join the programme.",
        "Iran meets all of the demands of the Security Council, it said.",
    ],
)
def test_what_looks_like_a_contact(read, body):
    assert read(body) == ()


@pytest.mark.parametrize(
    ("body", "kind", "date"),
    [
        ("Chile suspended trade negotiations with Peru on Friday over the new border law.", "negotiation", None),
        ("Chile cancelled a meeting with Peru on Monday.", "meeting", None),
        ("Chile put off its talks with Peru until Monday.", "negotiation", "2006-11-13"),
        ("Chinese President Hu Jintao will pay a visit to Peru on Nov. 15- 17.", "visit", "2006-11-15/2006-11-17"),
        (
            "Malagasy President Marc Ravalomanana arrived in Beijing Monday for the Beijing Summit of the Forum on "
            "China-Africa Cooperation slated for Nov. 14- 15.",
            "summit",
            "2006-11-14/2006-11-15",
        ),
    ],
)
def test_the_day_is_that_of_the_contact(read, body, kind, date):
    assert only(read(body), kind).date == date


def test_the_week_of_talks_that_lie_ahead(read):
    body = "The Egyptian envoy met his Turkish counterpart on Tuesday ahead of next week's six-party talks in Beijing."
    assert only(read(body), "negotiation").date == "2006-W46"


def test_leaders_of_a_continent_meet_at_a_summit(read):
    contact = only(read("African heads of state and government opened a two-day summit in Abuja on Tuesday."), "summit")
    assert names(contact) == {"African heads of state and government"}


def test_who_leaves_after_talks_had_them_on_no_day_told(read):
    body = "President Omar al-Bashir of Sudan left Libya on Sunday, after holding talks with leader Moammer Kadhafi"
    contacts = read(f"{body}, state television said.\n\nBashir and Kadhafi, the Libyan leader, discussed oil.")
    assert {"Omar al-Bashir", "Moammer Kadhafi"} <= {name for c in contacts for name in names(c)}


def test_both_of_two_named_after_a_description_are_met(read):
    body = (
        "French President Jacques Chirac met with China's top legislator Wu Bangguo and Vice President Zeng Qinghong "
        "in Beijing on Tuesday."
    )
    assert names(only(read(body), "meeting")) == {"Jacques Chirac", "Wu Bangguo", "Zeng Qinghong"}


def test_a_description_stands_for_who_holds_the_office(read):
    body = (
        "The Egyptian and Turkish foreign ministers are to meet in Cairo on Monday.\n\n"
        "Turkish Foreign Minister Abdullah Gul said he and Egyptian Foreign Minister Ahmed Aboul Gheit had much to do."
    )
    assert names(only(read(body), "meeting")) == {"Abdullah Gul", "Ahmed Aboul Gheit"}


@pytest.mark.parametrize(
    ("body", "goal"),
    [
        ("Jordan's King Abdullah II raised the issue during a Washington visit in early November.", "USA"),
        ("Iraqi Oil Minister Amer Rashid was in the Italian capital for talks with Foreign Minister Dini.", "ITA"),
        ("Indian Foreign Minister Natwar Singh led a four-member team to Iraq in 2001.", "IRQ"),
        ("Hours before Prime Minister Ryutaro Hashimoto of Japan's departure for the United States, he spoke.", "USA"),
    ],
)
def test_a_visit_told_in_other_words(read, body, goal):
    assert goal in countries(only(read(body), "visit"))


def test_the_other_side_may_stand_in_the_topic(read):
    contact = only(read("The EU froze talks on closer ties with Serbia over the war crimes tribunal."), "negotiation")
    assert (contact.status, countries(contact)) == ("postponed", {"EUU", "SRB"})


def test_the_board_of_an_organisation_meets(read):
    contact = only(
        read("The governing board of the IAEA is to meet in Vienna on Nov. 24 to discuss fuel."), "conference"
    )
    assert (countries(contact), contact.date) == ({"IAEA"}, "2006-11-24")
    assert [item.topic for item in contact.agenda] == ["fuel"]


def test_who_speaks_of_a_meeting_of_others_takes_no_part_in_it(read):
    body = (
        "Kremlin spokesman Dmitry Peskov made the remarks while speaking of the upcoming meeting between Russian "
        "President Vladimir Putin and his Turkish counterpart Recep Tayyip Erdogan in Sochi."
    )
    assert names(only(read(body), "meeting")) == {"Vladimir Putin", "Recep Tayyip Erdogan"}


def test_a_call_is_one_contact_and_no_meeting(read):
    body = "French President Jacques Chirac spoke by telephone with Hosni Mubarak, the Egyptian president, on Tuesday."
    [call] = read(body)
    assert (call.kind, names(call)) == ("call", {"Jacques Chirac", "Hosni Mubarak"})


def test_a_meeting_ruled_out_is_not_the_talks_of_the_negotiators(read):
    body = (
        "Turkish and Egyptian negotiators held talks in Geneva on Tuesday. Turkish presidential spokesman Ali Demir "
        "ruled out a meeting between Turkish President Ahmet Necdet Sezer and Egyptian President Hosni Mubarak for now."
    )
    assert {c.status for c in read(body)} == {"held", "refused"}


def test_hosts_and_mediators_have_their_roles(read):
    body = "Norway mediated talks between Egypt and Turkey in Cairo on Tuesday. Oman had hosted several rounds in 2004."
    talks = read(body)[0]
    assert {(p.country, p.role) for p in talks.participants} >= {("NOR", "mediator"), ("TUR", "delegation")}


def test_both_sign_where_more_is_said_of_the_first(read):
    body = (
        "The agreement was signed by Hosni Mubarak, chairman of Egypt's ruling party, and Turkish Foreign Minister "
        "Abdullah Gul in Cairo on Tuesday."
    )
    assert names(only(read(body), "meeting")) == {"Hosni Mubarak", "Abdullah Gul"}


def test_the_head_of_a_delegation_talks_for_its_side(read):
    body = (
        "The delegations of Egypt and Turkey held talks here on Tuesday, said Ali Hassan, head of the Egyptian "
        "delegation. The two sides will meet again on Thursday, he said."
    )
    assert "Ali Hassan" in names(read(body)[0])


def test_a_spokesman_of_others_attends_no_summit(read):
    body = "Leaders at a summit in Rome warned of hunger, Egyptian presidential spokesman Ali Hassan said on Tuesday."
    assert all("Ali Hassan" not in names(c) for c in read(body))
