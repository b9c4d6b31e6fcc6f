"""Who did it and to whom: the sides of a frame, also where no word fills a role."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.knowledge.sectors import UNKNOWN_LAND
from dateline.model.frames import Frame
from dateline.reading.coding.company import Company
from dateline.reading.coding.parties import Parties
from dateline.reading.coding.scene import Scene
from dateline.reading.coding.side import Side

Pair = tuple[tuple[Side, ...], tuple[Side, ...]]

SPOKEN = {"AGREE", "SUPPORT", "REQUEST", "REJECT", "ACCUSE", "THREATEN"}
"""What somebody does by saying so: where no word says who, it is the speaker."""

MUTUAL = {"CONSULT", "COOPERATE", "AGREE"}
ANSWERED = {"REQUEST", "REJECT", "THREATEN", "CONCEDE"}
"""What is done to somebody: where the words name nobody, it is the other side of what was told just before."""

UNCLAIMED = {"ASSAULT", "PROTEST", "COERCE", "SANCTION"}
"""What is never laid at the door of somebody whom the words do not name."""

ARREST = "173"
POLICE = "COP"


@dataclass(frozen=True)
class Sides:
    """The sides of event frames, asked for in the order of the text."""

    parties: Parties
    company: Company
    scene: Scene

    def of(self, frame: Frame) -> Pair:
        """Who and whom of a frame; a side may stay empty. What is read is remembered for what follows."""
        who = self._role(frame, "who")
        whom = tuple(side for side in self._role(frame, "whom") if side not in who or len(who) == 1)
        if not who:
            who = self._doer(frame, whom)
        if not whom and not frame.roles.get("whom"):
            whom = self._implied(frame, who)
        self.company.remember(frame.trigger, who, whom)
        return who, whom

    def _role(self, frame: Frame, role: str) -> tuple[Side, ...]:
        return tuple(dict.fromkeys(side for span in frame.roles.get(role, ()) for side in self.parties.of(span)))

    def _doer(self, frame: Frame, whom: tuple[Side, ...]) -> tuple[Side, ...]:
        """Who does what no words of the sentence say who does: ``Ten people were held`` by the police there."""
        event = frame.labels["event"]
        if frame.labels["cameo"].startswith(ARREST):
            land = self.scene.land(frame.trigger, POLICE) or next((side.land for side in whom), UNKNOWN_LAND)
            return (Side(land, POLICE),)
        if event in SPOKEN and (speaker := self.company.speaker(frame.trigger)):
            return speaker
        if event in MUTUAL and (together := self.company.together(frame.trigger)):
            return tuple(side for side in together if side not in whom)
        if event in UNCLAIMED:
            return (Side(UNKNOWN_LAND, ""),)
        if len(whom) == 1 and (other := self.company.other(whom[0])):
            return other
        return self.company.last(frame.trigger) or (Side(UNKNOWN_LAND, ""),)

    def _implied(self, frame: Frame, who: tuple[Side, ...]) -> tuple[Side, ...]:
        """To whom something is done where no words say it."""
        if frame.labels["event"] not in ANSWERED or len(who) != 1:
            return ()
        return self.company.other(who[0])
