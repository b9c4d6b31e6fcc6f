"""Words of a report by their place: what every line of a record rests on."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

PartName = Annotated[str, StringConstraints(pattern=r"^(headline|body|caption:\d+)$")]


class Model(BaseModel):
    """What every part of the record shares: it cannot be changed, and unknown fields are errors."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Span(Model):
    """``[start, end)`` code points of one part of the report."""

    part: PartName
    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=0)]

    @model_validator(mode="after")
    def _is_half_open(self) -> Self:
        if self.end <= self.start:
            raise ValueError(f"span {self.start}:{self.end} of {self.part} is empty or turned round")
        return self

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share a code point."""
        return self.part == other.part and self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether the other span lies wholly in this one."""
        return self.part == other.part and self.start <= other.start and other.end <= self.end


Spans = tuple[Span, ...]
