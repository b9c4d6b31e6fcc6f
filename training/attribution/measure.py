"""How well a model's folder does on PolNeAR, and the limits that suit it: ``python -m attribution.measure``."""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import asdict, replace
from pathlib import Path

from tokenizers import Tokenizer

from attribution.corpus import Article, held_out, read_articles
from dateline.reading.attribution import Attribution, Tagger
from dateline.reading.decoding import Limits
from dateline.reading.pieces import Cutter

ROLES = ("source", "cue", "content")
START = Limits(cue=0.5, source=0.5, content=0.5, attribution=0.0)
STEPS = {
    "cue": (0.3, 0.35, 0.4, 0.45, 0.5, 0.55),
    "source": (0.3, 0.4, 0.5, 0.6),
    "content": (0.35, 0.4, 0.45, 0.5, 0.55),
    "attribution": (0.0, 0.2, 0.3, 0.4, 0.5),
}

Spans = set[tuple[int, int]]
Read = dict[str, Spans]


def main() -> None:
    """Print the figures on one file; with ``--choose``, those of the held-out articles for the best limits."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", type=Path, help="polnear/dev.jsonl, or train.jsonl with --choose")
    parser.add_argument("model", type=Path, help="the folder with the model")
    parser.add_argument("--choose", action="store_true", help="choose limits on the articles held out from training")
    args = parser.parse_args()
    articles = read_articles(args.file, Cutter(Tokenizer.from_file(str(args.model / "tokenizer.json"))))
    if not args.choose:
        report(figures(articles, Tagger(args.model)))
        return
    articles = held_out(articles)
    limits = choose_limits(lambda tried: figures(articles, Tagger(args.model, limits=tried)))
    report(figures(articles, Tagger(args.model, limits=limits)))
    lines = "".join(f"{name} = {value}\n" for name, value in asdict(limits).items())
    (args.model / "limits.toml").write_text(_LIMITS_HEAD + lines, encoding="utf8")


def choose_limits(measure: Callable[[Limits], dict[str, float]]) -> Limits:
    """The limits with the best mean of all figures, one limit after the other, beginning with the cue's."""
    best, best_mean = START, sum(measure(START).values())
    for name, values in STEPS.items():
        for value in values:
            tried = replace(best, **{name: value})
            mean = sum(measure(tried).values())
            if mean > best_mean:
                best, best_mean = tried, mean
    return best


def figures(articles: list[Article], tagger: Tagger) -> dict[str, float]:
    """F1 of words and spans by role, and of linked attributions, against each article's first reading.

    The same counts as ``shared/score/attribution.py``, for use while a model is made.
    """
    counts: Counter[tuple[str, str]] = Counter()

    def add(name: str, gold: set[int] | Spans, found: set[int] | Spans) -> None:
        counts[name, "hit"] += len(gold & found)
        counts[name, "all"] += len(gold) + len(found)

    for article, tagged in zip(articles, tagger.tag_many([article.body for article in articles]), strict=True):
        gold = [{role: {(s, e) for s, e in read[role]} for role in ROLES} for read in article.readings[0]]
        found = [_read(attribution) for attribution in tagged]
        for role in ROLES:
            spans = [set().union(*(read[role] for read in reads)) for reads in (gold, found)]
            add(f"{role}.spans", *spans)
            add(f"{role}.words", *(_words(article.body, some) for some in spans))
        counts["linked", "hit"] += _linked(article.body, gold, found)
        counts["linked", "all"] += len(gold) + len(found)
    return {name: 2 * counts[name, "hit"] / counts[name, "all"] for name, kind in list(counts) if kind == "all"}


def report(measured: dict[str, float]) -> None:
    """Print the figures, one a line."""
    for name, value in measured.items():
        print(f"{name:16s} {value:.3f}")


def _read(attribution: Attribution) -> Read:
    return {role: {(span.start, span.end) for span in getattr(attribution, role)} for role in ROLES}


def _words(body: str, spans: Iterable[tuple[int, int]]) -> set[int]:
    return {match.start() for start, end in spans for match in _WORD.finditer(body, start, end)}


def _linked(body: str, gold: list[Read], found: list[Read]) -> int:
    """Attributions whose content shares half its words with a gold one and whose source touches that one's source."""
    gold_words = [{role: _words(body, read[role]) for role in ROLES} for read in gold]
    found_words = [{role: _words(body, read[role]) for role in ROLES} for read in found]
    pairs = []
    for i, g in enumerate(gold_words):
        for j, f in enumerate(found_words):
            union = len(g["content"] | f["content"])
            share = len(g["content"] & f["content"]) / union if union else 0.0
            if share >= 0.5:
                pairs.append((-share, i, j))
    taken: set[tuple[str, int]] = set()
    hits = 0
    for _, i, j in sorted(pairs):
        if ("gold", i) not in taken and ("found", j) not in taken:
            taken |= {("gold", i), ("found", j)}
            g, f = gold_words[i]["source"], found_words[j]["source"]
            hits += bool(g & f) or not g | f
    return hits


_WORD = re.compile(r"\w+|[^\w\s]")
_LIMITS_HEAD = """# The shares of belief from which a word is part of a cue, of a source, of a content, and from
# which an attribution is kept; chosen by `attribution.measure --choose` on articles held out from training.
"""


if __name__ == "__main__":
    main()
