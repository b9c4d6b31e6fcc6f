"""Bytes -> Report. One module a format; `Intake` tells them apart by content."""

from dateline.intake.stream import FORMATS, Intake

__all__ = ["FORMATS", "Intake"]
