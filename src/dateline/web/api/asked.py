"""What questions can be asked with: the command line's options, as parameters of a query.

A parameter that is not known is refused, so that no list is longer than asked for because of a slip of the pen.
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from dateline.record.model import ContactKind, ContactStatus, Stance

MOST = 500
"""Lines of one page."""

Day = Annotated[str, Field(pattern=r"^\d{4}(-\d{2}(-\d{2})?|-W\d{2})?$", examples=["2018", "2018-07", "2018-07-16"])]
Name = Annotated[str, Field(min_length=1, max_length=200)]
Words = Annotated[str, Field(min_length=1, max_length=500)]


class Asked(BaseModel):
    """What every list takes."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)

    limit: int = Field(50, ge=1, le=MOST, description="At most so many on a page.")
    next: str | None = Field(None, max_length=400, description="Go on after a page: what its next said.")

    def question(self) -> dict[str, Any]:
        """What is asked, without the page."""
        return self.model_dump(exclude={"limit", "next"}, exclude_none=True)


class InPeriod(Asked):
    """Lists that can be narrowed to a period."""

    since: Day | None = Field(None, alias="from", description="From this date on.")
    until: Day | None = Field(None, alias="to", description="Up to and with this date.")


class Sure(InPeriod):
    """Lists of lines that can be narrowed to the sure ones."""

    min_confidence: float | None = Field(
        None, ge=0, le=1, examples=[0.8],
        description="Only lines at least so sure, or that a person stands for; none that no model scored.",
    )  # fmt: skip


class Contacts(Sure):
    """``dateline contacts``."""

    between: list[Name] | None = Field(
        None, min_length=2, max_length=2, examples=[["RUS", "USA"]],
        description="Two parties that both take part: given twice, a code or a name each.",
    )  # fmt: skip
    parties: list[Name] = Field(
        [], alias="with", max_length=10, description="A party or a person that takes part; may be repeated."
    )
    status: ContactStatus | None = Field(None, description="Only contacts of this status.")
    kind: ContactKind | None = Field(None, description="Only contacts of this kind.")
    country: Name | None = Field(None, alias="in", description="Only contacts in this country, by its code.")


class Statements(Sure):
    """``dateline statements``."""

    by: Name | None = Field(None, description="Who speaks: a name, a code or a country.")
    about: Words | None = Field(None, description="What about: a search.")


class Positions(Sure):
    """``dateline positions``."""

    of: Name | None = Field(None, description="Whose: a code, a country or a name.")
    on: Words | None = Field(None, description="On what: a search.")
    stance: Stance | None = Field(None, description="Only this stance.")


class Dyad(Sure):
    """``dateline dyad``."""


class Search(Sure):
    """``dateline search``."""

    words: Words = Field(description='Words, "phrases", NEAR, OR, NOT, annex*.')
    limit: int = Field(20, ge=1, le=MOST, description="At most so many on a page.")


class Decisions(Asked):
    """``dateline review --decisions``."""
