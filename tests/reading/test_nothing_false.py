"""Nothing false: what was denied, put off, wished for or asked is no contact held, and contact, event, agenda and
position agree on it; with twins that did happen, so that a reader that says nothing fails."""

import pytest

from dateline.record import Report

PUBLISHED = "2018-07-10T12:00:00Z"
"""A Tuesday."""

DENIED = """
French President Emmanuel Macron did not meet Iranian President Hassan Rouhani in New York.
French President Emmanuel Macron didn't meet Iranian President Hassan Rouhani on Monday.
Macron never met Iranian President Hassan Rouhani, the French presidency said.
Kenyan Foreign Minister Monica Juma denied that she had met Somali President Mohamed Abdullahi Mohamed on Sunday.
Kenyan Foreign Minister Monica Juma denied having met Somali leaders in Nairobi.
Kenyan Foreign Minister Monica Juma denied meeting Somali leaders in Nairobi.
Egypt denied reports that its foreign minister had met Israeli officials in Cairo on Sunday.
Egypt rejected reports of a meeting between its foreign minister and Israeli officials.
No meeting took place between Turkish and Greek officials on Monday, Athens said.
There was no meeting between the Turkish and Greek foreign ministers in Brussels.
The meeting between the Turkish and Greek foreign ministers did not take place.
No talks were held between India and Pakistan on Monday, New Delhi said.
India and Pakistan held no talks on Monday.
Nobody met the Russian envoy in Kiev on Monday, Ukrainian officials said.
No Polish minister met the Russian envoy on Monday.
Neither the Polish president nor the prime minister met the Russian envoy on Monday.
Russian Foreign Minister Sergei Lavrov stayed in Moscow instead of visiting Warsaw.
The foreign ministers of Armenia and Azerbaijan failed to meet in Vienna on Monday.
South African President Cyril Ramaphosa has yet to meet Zimbabwean President Emmerson Mnangagwa.
Japanese Prime Minister Shinzo Abe has never visited Iran.
Chinese President Xi Jinping has not spoken with U.S. President Donald Trump since May.
No call between Indian Prime Minister Narendra Modi and U.S. President Donald Trump took place, New Delhi said.
Jordanian King Abdullah was not received by Syrian President Bashar al-Assad on Sunday.
Qatari officials did not hold talks with their Saudi counterparts in Kuwait, Doha said.
Moscow denied that Russian President Vladimir Putin had telephoned Ukrainian President Petro Poroshenko on Sunday.
Brazilian Foreign Minister Aloysio Nunes did not travel to Caracas on Monday.
The Sudanese and South Sudanese presidents neither met nor spoke by telephone on Monday.
Ethiopian Prime Minister Abiy Ahmed hasn't met Eritrean President Isaias Afwerki, his office said.
Seoul said that no South Korean official had met North Korean officials in Beijing.
"""

REFUSED = """
French President Emmanuel Macron won't visit Egypt.
French President Emmanuel Macron won’t visit Egypt in July.
French President Emmanuel Macron will not visit Egypt.
Macron will never meet Syrian President Bashar al-Assad, the French presidency said.
No French minister will meet Egyptian officials on Wednesday.
Polish President Andrzej Duda has no plans to meet Russian President Vladimir Putin.
There are no plans for a meeting between Polish President Andrzej Duda and Russian President Vladimir Putin.
German Chancellor Angela Merkel does not plan to visit Turkey.
German Chancellor Angela Merkel has no intention of meeting Turkish President Recep Tayyip Erdogan.
German Chancellor Angela Merkel decided not to visit Turkey in July.
Israeli Prime Minister Benjamin Netanyahu refused to meet German Foreign Minister Heiko Maas.
Israeli Prime Minister Benjamin Netanyahu declined to meet German Foreign Minister Heiko Maas in Jerusalem.
Washington ruled out a meeting with Syrian officials in Geneva.
U.S. Secretary of State Mike Pompeo ruled out meeting Iranian Foreign Minister Javad Zarif.
Serbia rejected talks with Kosovo in July.
Serbian President Aleksandar Vucic turned down an invitation to visit Pristina.
Sudan declined an invitation to talks with South Sudanese rebels in Addis Ababa.
Chinese officials said they would not receive Swedish Foreign Minister Margot Wallstrom.
Pakistani Foreign Minister Shah Mahmood Qureshi said he wouldn't meet his Indian counterpart.
Moldovan President Igor Dodon does not want to meet Romanian President Klaus Iohannis.
"I'll not meet him," Moldovan President Igor Dodon said of Romanian President Klaus Iohannis.
The ministers of Greece and Macedonia are not expected to meet on Thursday.
There will be no meeting between the leaders of Morocco and Algeria.
The meeting between the leaders of Morocco and Algeria will not take place.
Spanish Prime Minister Pedro Sanchez will no longer visit Morocco on Thursday.
Danish Prime Minister Lars Lokke Rasmussen can't visit Greenland's neighbour Canada this week, Ottawa said.
Russian President Vladimir Putin rejected a proposal to meet Ukrainian President Petro Poroshenko.
Iran refuses to hold talks with the United States.
"""

CANCELLED = """
U.S. Secretary of State Mike Pompeo cancelled a visit to Germany.
U.S. Secretary of State Mike Pompeo's planned stop in Cairo was cancelled.
Indonesian President Joko Widodo called off his visit to Australia.
India called off talks between its foreign minister and her Pakistani counterpart.
The talks between the Indian and Pakistani foreign ministers were called off on Monday.
The summit between the leaders of Japan and South Korea has been scrapped.
Mexican President Enrique Pena Nieto scrapped plans to visit Washington.
Mexican President Enrique Pena Nieto decided to cancel his visit to the United States.
British Prime Minister Theresa May abandoned a planned trip to Turkey.
A planned telephone call between Mexican President Enrique Pena Nieto and U.S. President Donald Trump was cancelled.
"""

POSTPONED = """
Israeli Prime Minister Benjamin Netanyahu postponed a visit to Colombia.
The visit of Israeli Prime Minister Benjamin Netanyahu to Colombia has been postponed.
Talks between Turkish and Iraqi officials have been pushed back to August.
The summit of the leaders of Kenya and Somalia was put on hold on Monday.
Chinese Foreign Minister Wang Yi put off his planned visit to Seoul.
A meeting between the Saudi and Qatari foreign ministers was delayed indefinitely.
Ukraine shelved talks with Hungary on Monday.
Malaysian Prime Minister Mahathir Mohamad decided to postpone his planned visit to China.
The Egyptian and Ethiopian leaders' meeting has been deferred.
Norwegian Foreign Minister Ine Eriksen Soreide's visit to Moscow was put on ice.
"""

OPEN = """
Ukrainian President Petro Poroshenko would meet Russian President Vladimir Putin if Moscow freed the prisoners.
If the Indian and Pakistani prime ministers meet, tension will ease, the U.N. chief said.
Iranian President Hassan Rouhani will meet U.S. President Donald Trump only if sanctions are lifted.
Unless the Greek and Turkish leaders meet, there will be no accord, Cyprus said.
Israeli Prime Minister Benjamin Netanyahu might meet Palestinian President Mahmoud Abbas.
Israeli Prime Minister Benjamin Netanyahu could visit Oman this year.
Cuban President Miguel Diaz-Canel may meet U.S. President Donald Trump.
Armenian Prime Minister Nikol Pashinyan hopes to visit France.
Armenian Prime Minister Nikol Pashinyan wants to meet Azerbaijani President Ilham Aliyev.
Armenian Prime Minister Nikol Pashinyan is ready to meet Azerbaijani President Ilham Aliyev.
Armenian Prime Minister Nikol Pashinyan offered to meet Azerbaijani President Ilham Aliyev.
The U.N. secretary-general urged the presidents of Sudan and South Sudan to meet.
Germany called for talks between Serbia and Kosovo.
Pope Francis invited Iraqi President Fuad Masum to visit the Vatican.
Belarus proposed a meeting between Russian and Ukrainian officials in Minsk.
The leaders of Peru and Chile should meet, the Organization of American States said.
The leaders of Peru and Chile must hold talks, Bolivia said.
Sweden offered to host talks between North Korea and the United States.
Georgia is seeking a meeting with Russian officials in Geneva.
Finland is considering inviting Russian President Vladimir Putin to Helsinki.
Poland threatened to hold talks with Belarusian opposition leaders.
Lebanon hopes for a visit by Saudi Crown Prince Mohammed bin Salman.
"""

ASKED = """
Will Russian President Vladimir Putin meet Ukrainian President Petro Poroshenko?
Did the Turkish and Greek prime ministers meet in Istanbul?
Reporters asked whether Israeli Prime Minister Benjamin Netanyahu had met Saudi Crown Prince Mohammed bin Salman.
The Kremlin would not say whether Russian President Vladimir Putin would meet the Ukrainian delegation.
It is unclear whether the Chinese and Indian foreign ministers will meet.
Turkish officials did not confirm that they had met Syrian officials.
Has Qatari Emir Tamim bin Hamad Al Thani spoken with Saudi King Salman?
"""

NO_CONTACT = """
Germany and Brazil met in the semi-final in Belo Horizonte, and Germany won 7-1.
Croatia will meet England in the semi-final in Moscow on Wednesday.
Serbia's Novak Djokovic met South Africa's Kevin Anderson in the final on Sunday.
Spain visited Portugal on Sunday and lost 3-2 after extra time.
East meets West in the kitchens of Singapore, where Chinese and Indian cooks trade recipes.
The Blue Nile meets the White Nile in Khartoum, the Sudanese capital.
The yuan met resistance against the dollar on Monday, Chinese traders said.
China's economy will visit new lows before it recovers, Japanese analysts said.
Russian gas will meet half of Germany's needs, Berlin said.
Poland has met all demands of the European Commission, Warsaw said.
Turkey said it had met its obligations to the European Union.
France was on speaking terms with its past, a German daily wrote.
"""

LONG_AGO = """
Thirty years since Soviet leader Mikhail Gorbachev visited China, the square is quiet.
Forty years ago on Monday, Egyptian President Anwar Sadat met Israeli Prime Minister Menachem Begin in Jerusalem.
It was in 1972 that U.S. President Richard Nixon met Chinese leader Mao Zedong in Beijing.
Not since Ronald Reagan met Mikhail Gorbachev in Reykjavik has a summit raised such hopes, Iceland said.
Museums in Berlin recalled how U.S. President John F. Kennedy visited West Germany 55 years ago.
In 2000 South Korean President Kim Dae-jung held a summit with North Korean leader Kim Jong Il in Pyongyang.
Poland marked the anniversary of the visit of Pope John Paul II in 1979.
"""

HELD = """
French President Emmanuel Macron met Iranian President Hassan Rouhani in New York on Monday.
Kenyan Foreign Minister Monica Juma said that she had met Somali President Mohamed Abdullahi Mohamed on Sunday.
Egypt confirmed reports that its foreign minister had met Israeli officials in Cairo on Sunday.
A meeting took place between Turkish and Greek officials on Monday, Athens said.
India and Pakistan held talks in New Delhi on Monday.
The Russian envoy left Warsaw on Monday after meeting Polish President Andrzej Duda.
The foreign ministers of Armenia and Azerbaijan met in Vienna on Monday.
Jordanian King Abdullah was received by Syrian President Bashar al-Assad on Sunday.
Russian President Vladimir Putin telephoned Ukrainian President Petro Poroshenko on Sunday.
Brazilian Foreign Minister Aloysio Nunes visited Caracas on Monday.
Not only did Macron meet Iranian President Hassan Rouhani on Monday, he also dined with him in Paris.
The Indian foreign minister did not go to Colombo but met her Pakistani counterpart in New Delhi on Monday.
"""

AHEAD = """
French President Emmanuel Macron will visit Egypt next week.
Polish President Andrzej Duda plans to meet Russian President Vladimir Putin in Moscow next week.
German Chancellor Angela Merkel will meet Turkish President Recep Tayyip Erdogan in Berlin on Friday.
Israeli Prime Minister Benjamin Netanyahu agreed to meet German Foreign Minister Heiko Maas in Jerusalem on Friday.
Serbian President Aleksandar Vucic accepted an invitation to visit Pristina in August.
The ministers of Greece and Macedonia are expected to meet in Athens on Thursday.
The meeting between the leaders of Morocco and Algeria will take place in Tunis on Friday.
Chinese officials said they would receive Swedish Foreign Minister Margot Wallstrom in Beijing on Thursday.
French and Egyptian leaders are to meet in Cairo on Friday.
Iran has agreed to hold talks with the United States in Oman next week.
"""

NOT_HELD = ("held", "ongoing")
FALSE = {
    "denied": ("held", "ongoing", "scheduled", "proposed"),
    "refused": ("held", "ongoing", "scheduled", "proposed"),
    "cancelled": ("held", "ongoing", "scheduled", "proposed", "postponed"),
    "postponed": ("held", "ongoing", "scheduled", "proposed", "cancelled"),
    "open": ("held", "ongoing", "scheduled"),
    "asked": ("held", "ongoing", "scheduled"),
}
"""The statuses that would be false."""


def rows(**kinds):
    return [(kind, sentence) for kind, table in kinds.items() for sentence in table.strip().splitlines()]


TOLD = rows(denied=DENIED, refused=REFUSED, cancelled=CANCELLED, postponed=POSTPONED, open=OPEN, asked=ASKED)
TWINS = rows(held=HELD, scheduled=AHEAD)


@pytest.fixture(scope="module")
def read(reader):
    """The record of one sentence; each is read once."""
    known = {}

    def read(sentence):
        if sentence not in known:
            known[sentence] = reader.read(Report(id="told", body=sentence, published=PUBLISHED))
        return known[sentence]

    return read


@pytest.mark.parametrize(("kind", "sentence"), TOLD)
def test_what_was_not_done_is_not_told_as_done(read, kind, sentence):
    record = read(sentence)
    assert not [c for c in record.contacts if c.status in FALSE[kind]]


@pytest.mark.parametrize(("kind", "sentence"), TOLD)
def test_nothing_was_discussed_or_agreed_where_nobody_met(read, kind, sentence):
    standings = {item.standing for contact in read(sentence).contacts for item in contact.agenda}
    assert not standings & {"discussed", "agreed"}


@pytest.mark.parametrize(("kind", "sentence"), [row for row in TOLD if row[0] in ("denied", "refused")])
def test_who_will_not_meet_is_for_no_meeting(read, kind, sentence):
    record = read(sentence)
    assert not [p for p in record.positions if p.stance in ("supports", "offers") and "meet" in p.issue]


@pytest.mark.parametrize(("kind", "sentence"), rows(no_contact=NO_CONTACT))
def test_sport_and_figures_of_speech_are_no_contacts(read, kind, sentence):
    assert not read(sentence).contacts


@pytest.mark.parametrize(("kind", "sentence"), rows(long_ago=LONG_AGO))
def test_what_was_long_ago_is_not_of_today(read, kind, sentence):
    assert not [c for c in read(sentence).contacts if (c.date or "").startswith("2018") or c.status != "held"]


@pytest.mark.parametrize(("kind", "sentence"), rows(held=HELD))
def test_what_was_held_is_not_ahead_and_not_denied(read, kind, sentence):
    assert not [c for c in read(sentence).contacts if c.status not in NOT_HELD]


@pytest.mark.parametrize(("kind", "sentence"), rows(scheduled=AHEAD))
def test_what_is_ahead_is_not_held_and_not_denied(read, kind, sentence):
    assert not [c for c in read(sentence).contacts if c.status not in ("scheduled", "proposed")]


def test_what_happened_or_will_is_found(read):
    """A reader that says nothing would pass all the others."""
    found = [sentence for kind, sentence in TWINS if any(c.status == kind for c in read(sentence).contacts)]
    assert len(found) >= 0.8 * len(TWINS), set(dict(TWINS).values()) - set(found)
