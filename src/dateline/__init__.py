"""Dateline keeps the diplomatic record."""

__version__ = "0.1.0"
