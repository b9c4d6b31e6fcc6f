"""Whether it happened, will, or was denied: one sentence and one word of it at a time."""

import pytest

from dateline.errors import DatelineError
from dateline.knowledge.modality import NAME, modality_words
from dateline.language.english.modality import modality_of

# Each row: the words that tell of the act, polarity, mood, outcome, sentence; the act is the word in brackets.
SAID = """
+ fact -          | French President Alain Morel [met] his Kenyan counterpart in Paris.
- fact -          | French President Alain Morel did not [meet] his Kenyan counterpart.
- fact -          | Morel didn't [meet] the Kenyan president.
- fact -          | Morel didn’t [meet] the Kenyan president.
- fact -          | Morel never [met] the Kenyan president.
- fact -          | Morel has never [met] the Kenyan president.
+ future -        | Morel will [visit] Kenya on Monday.
- future -        | Morel won't [visit] Kenya.
- future -        | Morel won’t [visit] Kenya.
- future -        | Morel wo n't [visit] Kenya .
- future -        | Morel will not [visit] Kenya.
- future -        | Morel will never [visit] Kenya.
- future -        | Morel can't [visit] Kenya.
- future -        | Morel ca n't [visit] Kenya .
- future -        | Morel cannot [meet] the rebels.
+ future -        | "I'll [meet] him on Monday," Morel said.
+ future -        | "We’ll [meet] them on Monday," Morel said.
+ future -        | He said he'd [visit] Kenya in May.
+ future -        | He said he would [visit] Kenya in May.
- future -        | He said he would not [visit] Kenya.
- future -        | He said he wouldn't [visit] Kenya.
- fact -          | Nobody [met] the envoy.
- fact -          | No one [met] the envoy at the airport.
- future -        | No French minister will [meet] Kenyan officials on Tuesday.
- fact -          | No minister [met] the envoy.
- fact -          | None of the ministers [met] the envoy.
- future -        | Neither France nor Egypt will [attend] the summit.
- fact -          | Neither president [met] the envoy.
- fact -          | Morel neither [met] the envoy nor called him.
- fact -          | The envoy [met] no minister in Nairobi.
- fact -          | The envoy [met] with no one in Nairobi.
- future -        | He will not go to Nairobi, nor will he [meet] the envoy.
- fact -          | He left Nairobi without [meeting] the president.
- fact -          | Morel sent a letter instead of [meeting] the president.
- future refused  | Morel refused to [meet] the Kenyan president.
- future refused  | Morel has refused to [meet] the Kenyan president.
- future refused  | The minister declined to [meet] the rebels.
- future refused  | Washington ruled out [meeting] the rebels.
- future refused  | Washington ruled out a [meeting] with the rebels.
- future refused  | Washington has ruled out [talks] with the rebels.
- future refused  | Kenya rejected a [meeting] with the rebels.
- future refused  | The minister turned down a [meeting] with the rebels.
- fact -          | The two ministers failed to [meet] in Rome.
- fact -          | The president has yet to [meet] his new neighbour.
- future -        | Morel has no plans to [meet] the Kenyan president.
- future -        | There are no plans for a [meeting] between the two presidents.
- future -        | The president does not plan to [visit] Kenya.
- future -        | Morel decided not to [visit] Kenya.
- future -        | Morel has decided against a trip and will not [travel] to Kenya.
- future -        | The ministers are not expected to [meet] in Rome.
- future -        | Morel has no intention of [meeting] the rebels.
+ future -        | Morel plans to [visit] Kenya.
+ future -        | Morel is expected to [meet] the Kenyan president.
+ future -        | Morel is scheduled to [meet] the Kenyan president on Monday.
+ future -        | Morel is due to [visit] Kenya next week.
+ future -        | Morel is to [meet] the Kenyan president on Monday.
+ future -        | Morel is set to [meet] the Kenyan president on Monday.
+ future -        | Morel was to [meet] the Kenyan president on Monday.
+ future -        | Morel is going to [visit] Kenya.
+ future -        | The presidents agreed to [meet] in June.
+ future -        | The presidents have agreed to [hold] talks in June.
+ future -        | The presidents agreed on a [meeting] in June.
+ future -        | Morel has promised to [visit] Kenya.
+ future -        | Morel accepted an invitation to [visit] Kenya.
+ future -        | French and Kenyan leaders to [meet] in Rome
+ wish proposed   | Morel invited the Kenyan president to [visit] France.
+ wish proposed   | Morel urged the two presidents to [meet].
+ wish proposed   | Morel called for [talks] with Kenya.
+ wish proposed   | Kenya called on France to [hold] talks.
+ wish proposed   | Morel offered to [meet] the Kenyan president.
+ wish proposed   | Morel proposed a [meeting] with the Kenyan president.
+ wish proposed   | Morel hopes to [visit] Kenya.
+ wish proposed   | Morel wants to [meet] the Kenyan president.
+ wish proposed   | Morel is ready to [meet] the Kenyan president.
+ wish proposed   | Morel is willing to [meet] the rebels.
+ wish proposed   | Kenya sought a [meeting] with the French president.
- future -        | Morel does not want to [meet] the rebels.
- future -        | Morel is not ready to [meet] the rebels.
- future refused  | Morel rejected a proposal to [meet] the rebels.
- future refused  | Morel declined an invitation to [visit] Kenya.
- future refused  | Morel turned down an invitation to [visit] Kenya.
+ possible -      | Morel may [visit] Kenya in June.
+ possible -      | Morel might [meet] the Kenyan president.
+ possible -      | Morel could [meet] the Kenyan president.
- possible -      | Morel may not [visit] Kenya.
+ duty -          | Morel must [meet] the Kenyan president, the opposition said.
+ duty -          | The presidents should [meet] soon, he said.
+ condition -     | Morel would [meet] the rebels if they laid down their arms.
+ condition -     | If the presidents [meet], peace is near, he said.
+ condition -     | Morel will [meet] the rebels if they lay down their arms.
- condition -     | Morel will not [meet] the rebels unless they lay down their arms.
+ condition -     | Unless the presidents [meet], there will be war.
+ question -      | Will Morel [meet] the Kenyan president?
+ question -      | Did the two presidents [meet] in Rome?
+ question -      | Reporters asked whether the presidents had [met].
+ question -      | Morel would not say whether he would [meet] the rebels.
+ question -      | It is unclear whether the presidents will [meet].
- fact -          | Morel denied that he had [met] the rebels.
- fact -          | Morel denied he had [met] the rebels.
- fact -          | Morel denied having [met] the rebels.
- fact -          | Morel denied [meeting] the rebels.
- fact -          | Morel denied a [meeting] with the rebels.
- fact -          | Morel denied reports of a [meeting] with the rebels.
- fact -          | Morel rejected reports of a [meeting] with the rebels.
- fact -          | Morel denied reports that he had [met] the rebels.
- fact -          | No [meeting] took place.
- fact -          | The [meeting] did not take place.
- fact -          | There was no [meeting] between the two presidents.
- future -        | There will be no [meeting] between the two presidents.
- fact -          | No [talks] were held on Monday.
- fact -          | They held no [talks] on Monday.
- future -        | The [meeting] will not take place.
+ fact -          | The [meeting] took place in Rome.
+ future -        | The [meeting] will take place in Rome.
+ fact -          | The two sides held [talks] in Rome.
+ future -        | The two sides will hold [talks] in Rome.
+ fact postponed  | Kenya postponed the [meeting].
+ fact postponed  | The [meeting] was postponed.
+ fact postponed  | The [meeting] has been put off until June.
+ fact postponed  | The [talks] have been pushed back to June.
+ fact postponed  | The [summit] was put on hold.
+ fact postponed  | The plan was dropped after the [visit] was delayed.
+ fact postponed  | France shelved the [talks].
+ future postponed| Morel postponed his planned [visit] to Kenya.
+ future cancelled| A planned [stop] in Nairobi was cancelled.
+ fact cancelled  | Kenya called off the [talks].
+ fact cancelled  | The [talks] were called off.
+ fact cancelled  | On Monday Morel called off the [visit].
+ fact cancelled  | Morel cancelled a [visit] to Kenya.
+ fact cancelled  | Kenya scrapped the [talks].
+ future cancelled| Morel scrapped plans to [visit] Kenya.
+ fact cancelled  | Morel decided to cancel the [visit].
+ fact -          | Kenya did not cancel the [talks].
+ fact -          | Kenya threatened to cancel the [talks].
+ fact cancelled  | The [visit], which had been called off in May, angered Kenya.
+ fact -          | The [talks] held in Rome on Monday were frank.
+ future -        | The [talks] that will be held in Rome on Monday are secret.
+ fact -          | After the [talks] Morel did not speak to reporters.
+ fact -          | Morel did not raise trade at the [meeting].
+ fact -          | Morel will raise trade at the [meeting].
+ fact -          | Morel set up a [call] that took place in May.
+ fact postponed  | The [talks] were supposed to start on Sunday, but were postponed.
+ fact -          | Morel is not afraid to [negotiate] with the rebels.
- future -        | Morel will not go to Nairobi or [meet] the president.
+ future -        | Morel will not go to Nairobi but [meet] the president in Rome.
+ fact -          | Morel did not go to Nairobi but [met] the president in Rome.
- fact -          | The rebels were not [received] by the president.
+ fact -          | The rebels were [received] by the president.
- future -        | The rebels will not be [received] by the president.
- fact -          | The president, who has never [visited] Kenya, spoke of trade.
+ possible -      | Morel did not rule out [meeting] the rebels.
+ fact -          | Not only did Morel [meet] the president, he also dined with him.
- future -        | Morel will no longer [meet] the rebels.
+ future -        | The [meeting] is due to take place in Rome.
- future -        | The [meeting] is not expected to take place.
- fact -          | The [meeting] failed to take place.
+ fact -          | The [talks] were frank.
+ fact -          | The [talks] failed to end the war.
+ fact -          | The [talks], which failed to end the war, were held in Rome.
- fact -          | A [meeting] that never took place fills the papers.
+ fact -          | The two sides agreed at the [talks] to share water.
+ fact -          | Kenya denied at the [talks] that it had armed rebels.
+ fact -          | The [visit] is expected to strengthen ties.
+ fact -          | Kenya discussed the [visit] with France.
- future refused  | A [meeting] is out of the question.
- future refused  | The [meeting] was ruled out.
+ fact cancelled  | The [visit] is off.
+ fact postponed  | The [visit] is on hold.
+ question -      | The [visit] is in doubt.
+ wish proposed   | Kenya sent an invitation to [talks].
"""

TENSES = """
past    | Morel [met] the president.
past    | Morel had [met] the president.
past    | Morel was [received] by the president.
perfect | Morel has [met] the president.
present | Morel [meets] the president.
present | Morel is [visiting] Kenya.
past    | The [talks] were held in Rome.
none    | Morel will [meet] the president.
"""


def rows(table):
    return [[cell.strip() for cell in line.split("|", 1)] for line in table.strip().splitlines()]


@pytest.fixture(scope="module")
def said(reader):
    """The modality of the word in brackets."""

    def said(sentence):
        start = sentence.index("[")
        text = sentence.replace("[", "").replace("]", "")
        doc = reader.analyser.parse(text)
        return modality_of(next(token for token in doc if token.idx == start))

    return said


@pytest.mark.parametrize(("wanted", "sentence"), rows(SAID))
def test_whether_it_is_told_as_done(said, wanted, sentence):
    polarity, mood, outcome = wanted.replace("postponed", " postponed").replace("cancelled", " cancelled").split()
    found = said(sentence)
    assert ("+" if found.polarity else "-", found.mood, found.outcome or "-") == (polarity, mood, outcome)


@pytest.mark.parametrize(("tense", "sentence"), rows(TENSES))
def test_tense(said, tense, sentence):
    assert said(sentence).tense == tense


def test_a_word_in_two_lists_is_refused():
    text = whole().replace('"be unclear",', '"be unclear", "plan",')
    with pytest.raises(DatelineError, match="'plan' stands in plan and in doubt"):
        modality_words(text)


def test_a_list_that_is_missing_is_refused():
    with pytest.raises(DatelineError, match=r"\[operators\] has deny"):
        modality_words(whole().replace("\ndeny = ", "\ndenying = "))


def whole():
    from importlib.resources import files

    return (files("dateline.knowledge") / "data" / NAME).read_text("utf8")
