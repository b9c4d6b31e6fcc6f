"""What people type to search, turned into what the database's full-text index understands.

Words must all be there; ``"in quotes"`` as a phrase; ``annex*`` by its beginning; ``a NEAR b`` within ten words
(``NEAR/4`` within four); ``a OR b``, ``a NOT b``, ``(...)``. Case, accents and endings do not matter.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from dateline.archive.names import folded
from dateline.errors import UsageError

NEAR = 10
"""Words between two that are ``NEAR`` each other, where no number is given (as in SQLite's FTS5)."""

SUBJECT_COLUMNS = {
    "statements": ("text",),
    "positions": ("issue", "text"),
    "agenda": ("topic",),
    "reports": ("headline", "body"),
}
"""The columns of each table that are searched for what is told."""

MOST_NEAR = 50

MOST = 100
"""Words, operators and brackets of one search."""

TOKEN = re.compile(
    r'"(?P<phrase>[^"]*)"|(?P<bracket>[()])|(?P<operator>\b(?:AND|OR|NOT|NEAR(?:/\d+)?)\b(?!\*))|(?P<word>[^\s()"]+)'
)


@dataclass(frozen=True)
class Words:
    """Words that follow each other; the last may be a beginning only."""

    words: tuple[str, ...]
    prefix: bool = False


@dataclass(frozen=True)
class Both:
    """``AND``, ``OR``, ``NOT`` or ``NEAR`` (with its distance) between two queries."""

    operator: str
    left: Query
    right: Query
    distance: int = 0


Query = Words | Both


def parsed(text: str) -> Query:
    """The query in a text. Raises `UsageError` where it makes none."""
    tokens = list(TOKEN.finditer(text))
    if len(tokens) > MOST:
        raise UsageError(f"search: {len(tokens)} words and signs are more than the {MOST} that one search takes")
    query, rest = _either(tokens, text)
    if rest:
        raise UsageError(f"search: a bracket too many in {text!r}")
    return query


def _either(tokens: list[re.Match[str]], text: str) -> tuple[Query, list[re.Match[str]]]:
    left, tokens = _all(tokens, text)
    while tokens and tokens[0]["operator"] == "OR":
        right, tokens = _all(tokens[1:], text)
        left = Both("OR", left, right)
    return left, tokens


def _all(tokens: list[re.Match[str]], text: str) -> tuple[Query, list[re.Match[str]]]:
    left, tokens = _one(tokens, text)
    while tokens and tokens[0]["operator"] != "OR" and tokens[0]["bracket"] != ")":
        operator = tokens[0]["operator"] or "AND"
        right, tokens = _one(tokens[1:] if tokens[0]["operator"] else tokens, text)
        near = operator.startswith("NEAR")
        left = _near(left, right, operator, text) if near else Both(operator, left, right)
    return left, tokens


def _near(left: Query, right: Query, operator: str, text: str) -> Query:
    """``a b NEAR c`` is a, and b near c; only words and phrases can be near."""
    distance = min(int(operator.partition("/")[2] or NEAR), MOST_NEAR)
    if isinstance(left, Both) and left.operator in ("AND", "NOT") and isinstance(left.right, Words):
        return Both(left.operator, left.left, _near(left.right, right, operator, text))
    if not isinstance(left, Words) or not isinstance(right, Words):
        raise UsageError(f"search: NEAR stands between two words or phrases, in {text!r}")
    return Both("NEAR", left, right, distance)


def _one(tokens: list[re.Match[str]], text: str) -> tuple[Query, list[re.Match[str]]]:
    if not tokens or tokens[0]["operator"] or tokens[0]["bracket"] == ")":
        missing = f" before {tokens[0][0]}" if tokens else " at the end"
        raise UsageError(f"search: a word is missing{missing} in {text!r}")
    first, rest = tokens[0], tokens[1:]
    if first["bracket"]:
        query, rest = _either(rest, text)
        if not rest or rest[0]["bracket"] != ")":
            raise UsageError(f"search: a bracket is not closed in {text!r}")
        return query, rest[1:]
    words = folded(first["phrase"] if first["phrase"] is not None else first["word"])
    if not words:
        raise UsageError(f"search: nothing to look for in {first[0]!r}")
    return Words(words, bool(first["word"]) and first["word"].endswith("*")), rest


def fts5(query: Query) -> str:
    """The query for SQLite's FTS5."""
    if isinstance(query, Words):
        return '"' + " ".join(query.words) + '"' + ("*" if query.prefix else "")
    if query.operator == "NEAR":
        return f"NEAR({fts5(query.left)} {fts5(query.right)}, {query.distance})"
    return f"({fts5(query.left)} {query.operator} {fts5(query.right)})"


def tsquery(query: Query, weights: str = "") -> str:
    """The query for PostgreSQL's ``to_tsquery``, in columns of some weights (``AB``; all if none is given)."""
    if isinstance(query, Words):
        ends = [""] * (len(query.words) - 1) + ["*" if query.prefix else ""]
        terms = [f"{w}:{end}{weights}".removesuffix(":") for w, end in zip(query.words, ends, strict=True)]
        return f"({' <-> '.join(terms)})"
    left, right = tsquery(query.left, weights), tsquery(query.right, weights)
    if query.operator == "NEAR":
        return (
            "("
            + " | ".join(
                f"{a} <{n}> {b}" for a, b in ((left, right), (right, left)) for n in range(1, query.distance + 2)
            )
            + ")"
        )
    return f"({left} {'|' if query.operator == 'OR' else '&' if query.operator == 'AND' else '& !'} {right})"
